package io.sekisho.server.projection.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** The partitions of one table, a month (UTC) each, made when they are needed and dropped when they are over. */
public final class Months {

    /*
     * A month gets a partition when the first row of it comes, and the next two months get theirs ahead. How many there can
     * be is bounded: what lies more than ten years back, or further ahead than a clock may be wrong, goes to the default
     * partition. So does a month of which the default partition already holds rows, because PostgreSQL would refuse it.
     *
     * Rows are kept for the retention from the time at which they happened, and from the time at which they were brought
     * in, whichever is later: history of last year that is brought in today is not gone tomorrow. A month is dropped as a
     * whole; from the default partition rows are deleted.
     *
     * Making or dropping a partition locks the table for as long as that takes, so each is a transaction of its own, and
     * waits for others no longer than the bound below.
     */
    private static final int MOST_MONTHS_BACK = 120;
    private static final int MONTHS_AHEAD = 2;
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '5s'";
    private static final int DELETED_AT_ONCE = 10_000;

    /** Vacuum would write every page once more, and find nothing to clean. */
    private static final String NEVER_UPDATED = " with (autovacuum_vacuum_insert_threshold = -1)";

    private static final String NAME_AND_MONTH = "_y\\d{4}m\\d{2}";

    private final String table;
    private final String column;
    private final Set<YearMonth> known = new HashSet<>();
    private boolean isLoaded;

    /**
     * @param column the time by which the table is partitioned
     */
    public Months(String table, String column) {
        this.table = table;
        this.column = column;
    }

    /** Makes the partitions that rows of these times need, and those of the months ahead. */
    public void ensure(Connection connection, LongStream millis, Instant now) throws SQLException {
        if (!isLoaded) {
            known.addAll(existing(connection));
            isLoaded = true;
        }
        YearMonth current = YearMonth.from(now.atZone(ZoneOffset.UTC));
        Set<YearMonth> needed = new TreeSet<>();
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            needed.add(current.plusMonths(ahead));
        }
        millis.distinct()
                .mapToObj(time -> YearMonth.from(Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC)))
                .filter(month -> !month.isBefore(current.minusMonths(MOST_MONTHS_BACK)))
                .filter(month -> !month.isAfter(current.plusMonths(MONTHS_AHEAD)))
                .forEach(needed::add);
        needed.removeAll(known);
        for (YearMonth month : needed) {
            make(connection, month);
            known.add(month);
        }
    }

    /** Forgets what is known of the partitions: somebody else may have changed them. */
    public void forget() {
        known.clear();
        isLoaded = false;
    }

    /** Drops what is over. Answers with the names of the partitions that were dropped. */
    public List<String> retain(Connection connection, Duration retention, Instant now) throws SQLException {
        Instant horizon = now.minus(retention);
        YearMonth last = YearMonth.from(horizon.atZone(ZoneOffset.UTC)).minusMonths(1);
        List<String> dropped = new ArrayList<>();
        for (YearMonth month : new TreeSet<>(existing(connection))) {
            if (!month.isAfter(last) && isOver(connection, month, horizon)) {
                inTransaction(connection, "drop table " + partition(month));
                known.remove(month);
                dropped.add(partition(month));
            }
        }
        deleteFromDefault(connection, horizon);
        return dropped;
    }

    private void make(Connection connection, YearMonth month) throws SQLException {
        String from = start(month);
        String to = start(month.plusMonths(1));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select exists (select from " + table + "_default where "
                        + column + " >= '" + from + "' and " + column + " < '" + to + "')")) {
            rows.next();
            if (rows.getBoolean(1)) {
                return;
            }
        }
        inTransaction(
                connection,
                "create table if not exists " + partition(month) + " partition of " + table + " for values from ('"
                        + from + "') to ('" + to + "')" + NEVER_UPDATED);
    }

    private boolean isOver(Connection connection, YearMonth month, Instant horizon) throws SQLException {
        try (PreparedStatement young = connection.prepareStatement("select exists (select from " + partition(month)
                + " where projected_at >= to_timestamp(?::double precision / 1000))")) {
            young.setLong(1, horizon.toEpochMilli());
            try (ResultSet result = young.executeQuery()) {
                result.next();
                return !result.getBoolean(1);
            }
        }
    }

    private void deleteFromDefault(Connection connection, Instant horizon) throws SQLException {
        String sql = "delete from " + table + "_default where ctid = any(array(select ctid from " + table
                + "_default where projected_at < to_timestamp(?::double precision / 1000) and " + column
                + " < to_timestamp(?::double precision / 1000) limit " + DELETED_AT_ONCE + "))";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, horizon.toEpochMilli());
            delete.setLong(2, horizon.toEpochMilli());
            int deleted = DELETED_AT_ONCE;
            while (deleted == DELETED_AT_ONCE) {
                deleted = delete.executeUpdate();
                connection.commit();
            }
        }
    }

    private Collection<YearMonth> existing(Connection connection) throws SQLException {
        List<YearMonth> months = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select inhrelid::regclass::text from pg_inherits where inhparent = ?::regclass")) {
            select.setString(1, table);
            ResultSet result = select.executeQuery();
            while (result.next()) {
                add(result.getString(1), months);
            }
        }
        connection.commit();
        return months;
    }

    private void add(String name, Collection<YearMonth> months) {
        if (name.matches(table + NAME_AND_MONTH)) {
            months.add(month(name));
        }
    }

    private YearMonth month(String name) {
        int year = table.length() + 2;
        return YearMonth.of(
                Integer.parseInt(name.substring(year, year + 4)), Integer.parseInt(name.substring(year + 5)));
    }

    private String partition(YearMonth month) {
        return String.format(Locale.ROOT, "%s_y%04dm%02d", table, month.getYear(), month.getMonthValue());
    }

    private static String start(YearMonth month) {
        return month + "-01 00:00:00+00";
    }

    private static void inTransaction(Connection connection, String statement) throws SQLException {
        try (Statement run = connection.createStatement()) {
            run.execute(LOCK_TIMEOUT);
            run.execute(statement);
            connection.commit();
        }
    }
}
