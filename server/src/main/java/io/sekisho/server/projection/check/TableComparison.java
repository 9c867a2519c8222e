package io.sekisho.server.projection.check;

import io.sekisho.engine.policy.Policy;
import io.sekisho.server.projection.postgres.RowReading;
import io.sekisho.server.projection.table.Column;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.Table;
import io.sekisho.wire.journal.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** One comparison of all tables with the journal, within one transaction. Owned by one thread. */
public final class TableComparison {

    /** Of events and decisions so many are held in memory; of the other tables all. */
    private static final int CHUNK = 10_000;

    private static final int MOST_TOLD = 100;

    /** Rows of one record each, by the table and the time by which it is old. */
    private static final Map<Table<?>, String> OF_RECORDS =
            Map.of(Table.EVENT, "happened_at", Table.DECISION, "decided_at", Table.LABEL, "", Table.ACTIVATION, "");

    private static final List<Table<?>> OF_STATE =
            List.of(Table.ACCOUNT, Table.DEVICE, Table.ORDER, Table.ITEM, Table.PAYMENT, Table.CODE, Table.LIST);

    /** When they were brought in is not told by the journal. */
    private static final Set<String> NOT_COMPARED = Set.of("projected_at");

    private final Connection connection;
    private final String shopId;
    private final long horizonMillis;
    private final List<String> differences = new ArrayList<>();
    private long count;

    /**
     * @param horizonMillis events and decisions from before it may be missing
     */
    public TableComparison(Connection connection, String shopId, long horizonMillis) {
        this.connection = connection;
        this.shopId = shopId;
        this.horizonMillis = horizonMillis;
    }

    public List<String> differences() {
        return List.copyOf(differences);
    }

    public long count() {
        return count;
    }

    /** Compares what was projected; answers with how many records that are. */
    public long run(long committed, Supplier<JournalReader> readers, LongFunction<Policy> policies)
            throws SQLException {
        long position = number("select coalesce(max(position), 0) from projection_position where shop_id = ?");
        if (position > committed) {
            differ("The database is at record " + position + ", the journal ends at " + committed + ".");
        }
        Set<Long> failed = failed();
        NaiveProjection naive = new NaiveProjection(policies);
        try (JournalReader reader = readers.get()) {
            for (long from = 1; from <= Math.min(position, committed); from += CHUNK) {
                long to = Math.min(from + CHUNK - 1, Math.min(position, committed));
                compareRecords(from, to, derive(naive, reader, failed, from, to));
            }
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
        compareBeyond(position);
        for (Table<?> table : OF_STATE) {
            compare(table, naive.tables().table(table.name()), read(table, ""));
        }
        return Math.min(position, committed);
    }

    private Set<Long> failed() throws SQLException {
        Set<Long> failed = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select sequence, reason from projection_failure where shop_id = ? order by sequence")) {
            select.setString(1, shopId);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    failed.add(result.getLong(1));
                    differ("Record " + result.getLong(1) + " was not projected: " + result.getString(2) + ".");
                }
            }
        }
        return failed;
    }

    private Map<String, Map<List<Object>, Map<String, Object>>> derive(
            NaiveProjection naive, JournalReader reader, Set<Long> failed, long from, long to) {
        Map<String, Map<List<Object>, Map<String, Object>>> derived = new HashMap<>();
        for (long number = from; number <= to; number++) {
            if (!failed.contains(number)) {
                long sequence = number;
                naive.add(number, reader.read(number))
                        .forEach((table, row) -> derived.computeIfAbsent(table, any -> new HashMap<>())
                                .put(List.of(sequence), row));
            }
        }
        return derived;
    }

    private void compareRecords(long from, long to, Map<String, Map<List<Object>, Map<String, Object>>> derived)
            throws SQLException {
        for (Map.Entry<Table<?>, String> entry : OF_RECORDS.entrySet()) {
            Table<?> table = entry.getKey();
            Map<List<Object>, Map<String, Object>> stored = new HashMap<>();
            read(table, " and sequence between " + from + " and " + to)
                    .forEach((key, row) -> stored.put(List.of(Objects.requireNonNull(row.get("sequence"))), row));
            Map<List<Object>, Map<String, Object>> expected = derived.getOrDefault(table.name(), new HashMap<>());
            if (!entry.getValue().isEmpty()) {
                expected.entrySet()
                        .removeIf(row -> !stored.containsKey(row.getKey()) && isOver(row.getValue(), entry.getValue()));
            }
            compare(table, expected, stored);
        }
    }

    private boolean isOver(Map<String, Object> row, String column) {
        return row.get(column) instanceof Long millis && millis < horizonMillis;
    }

    private void compareBeyond(long position) throws SQLException {
        for (Table<?> table : OF_RECORDS.keySet()) {
            long beyond =
                    number("select count(*) from " + table.name() + " where shop_id = ? and sequence > " + position);
            if (beyond > 0) {
                differ(table.name() + ": " + beyond + " rows of records beyond the position " + position + ".");
            }
        }
    }

    private void compare(
            Table<?> table,
            Map<List<Object>, Map<String, Object>> expected,
            Map<List<Object>, Map<String, Object>> stored) {
        expected.forEach((key, row) -> {
            Map<String, Object> found = stored.get(key);
            if (found == null) {
                differ(table.name() + " " + key + " is missing.");
            } else {
                compare(table, key, row, found);
            }
        });
        stored.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .forEach(key -> differ(table.name() + " " + key + " is not told by the journal."));
    }

    private void compare(Table<?> table, List<Object> key, Map<String, Object> expected, Map<String, Object> stored) {
        table.columns().stream()
                .skip(isOfState(table) ? table.keys() : 0)
                .map(Column::sql)
                .filter(column -> !NOT_COMPARED.contains(column))
                .filter(column -> !Objects.equals(expected.get(column), stored.get(column)))
                .forEach(column -> differ(table.name() + " " + key + " differs in " + column + "."));
    }

    private static boolean isOfState(Table<?> table) {
        return OF_STATE.contains(table);
    }

    private Map<List<Object>, Map<String, Object>> read(Table<?> table, String condition) throws SQLException {
        Map<List<Object>, Map<String, Object>> rows = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select " + RowReading.columns(table) + " from " + table.name() + " where shop_id = ?" + condition)) {
            select.setFetchSize(CHUNK);
            select.setString(1, shopId);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    Row<?> row = RowReading.row(table, result);
                    rows.put(row.key(), map(row));
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> map(Row<?> row) {
        Map<String, Object> map = new HashMap<>();
        for (Column column : row.table().columns()) {
            Object value = row.value(column);
            NaiveTables.set(map, column.sql(), value instanceof byte[] bytes ? NaiveTables.hex(bytes) : value);
        }
        return map;
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, shopId);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private void differ(String what) {
        count++;
        if (differences.size() < MOST_TOLD) {
            differences.add(what);
        }
    }
}
