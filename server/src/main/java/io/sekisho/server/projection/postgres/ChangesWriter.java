package io.sekisho.server.projection.postgres;

import io.sekisho.server.projection.fold.Changes;
import io.sekisho.server.projection.fold.Entities;
import io.sekisho.server.projection.table.Column;
import io.sekisho.server.projection.table.Kind;
import io.sekisho.server.projection.table.ListColumn;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.StoredText;
import io.sekisho.server.projection.table.Table;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the rows that a batch touches and writes what it changes, within the caller's transaction. Owned by one thread. */
public final class ChangesWriter {

    private final String shopId;
    private final BinaryCopy copy;

    public ChangesWriter(String shopId) {
        this.shopId = shopId;
        this.copy = new BinaryCopy(shopId);
    }

    /** Fills the batch with those of its rows that exist. */
    public void load(Connection connection, Changes changes) throws SQLException {
        for (Entities<?> entities : changes.entities()) {
            load(connection, entities);
        }
    }

    /** Writes all of it. */
    public void write(Connection connection, Changes changes) throws SQLException {
        copy.copy(connection, Table.EVENT.name(), Table.EVENT, changes.events());
        copy.copy(connection, Table.DECISION.name(), Table.DECISION, changes.decisions());
        copy.copy(connection, Table.LABEL.name(), Table.LABEL, changes.labels());
        copy.copy(connection, Table.ACTIVATION.name(), Table.ACTIVATION, changes.activations());
        for (Entities<?> entities : changes.entities()) {
            merge(connection, entities);
        }
        replaceItems(connection, changes);
        replaceListed(connection, changes);
    }

    private <C extends Column> void load(Connection connection, Entities<C> entities) throws SQLException {
        Table<C> table = entities.table();
        if (entities.wanted().isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement("select " + RowReading.columns(table) + " from "
                + table.name() + " where shop_id = ? and " + table.keyList() + " = any(?)")) {
            select.setString(1, shopId);
            select.setArray(2, texts(connection, entities.wanted()));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    entities.loaded(RowReading.row(table, result));
                }
            }
        }
    }

    /*
     * Whole columns as arrays. A temporary table to copy into would be emptied at each commit, which gives blocks back to the
     * file system, and on a disk that is told of each free block the journal's next fsync waits for that.
     */
    private <C extends Column> void merge(Connection connection, Entities<C> entities) throws SQLException {
        Table<C> table = entities.table();
        if (entities.rows().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(merging(table))) {
            insert.setString(1, shopId);
            for (C column : table.columns()) {
                insert.setArray(column.ordinal() + 2, values(connection, column, entities.rows()));
            }
            insert.executeUpdate();
        }
    }

    private static String merging(Table<?> table) {
        return "insert into " + table.name() + " (shop_id, " + table.list() + ") select ?, "
                + listed(table.columns(), column -> column.kind() == Kind.TIME ? time(column.sql()) : column.sql())
                + " from unnest(" + listed(table.columns(), column -> "?::" + arrayType(column) + "[]") + ") as row ("
                + table.list() + ") on conflict (shop_id, " + table.keyList() + ") do update set "
                + listed(
                        table.columns().subList(table.keys(), table.columns().size()),
                        column -> column.sql() + " = excluded." + column.sql());
    }

    private static String listed(List<? extends Column> columns, Function<Column, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    private static String time(String micros) {
        return "timestamptz '2000-01-01 00:00:00+00' + " + micros + " * interval '1 microsecond'";
    }

    private static String arrayType(Column column) {
        return switch (column.kind()) {
            case TEXT -> "text";
            case WHOLE, TIME -> "int8";
            case FLAG -> "bool";
            case BYTES -> "bytea";
            case TEXTS -> throw new IllegalArgumentException("No merged table holds lists: " + column);
        };
    }

    private static <C extends Column> Array values(Connection connection, C column, Collection<Row<C>> rows)
            throws SQLException {
        Stream<@Nullable Object> values = rows.stream().map(row -> stored(column, row.value(column)));
        return connection.createArrayOf(
                arrayType(column),
                switch (column.kind()) {
                    case TEXT, TEXTS -> values.toArray(String[]::new);
                    case WHOLE, TIME -> values.toArray(Long[]::new);
                    case FLAG -> values.toArray(Boolean[]::new);
                    case BYTES -> values.toArray(byte[][]::new);
                });
    }

    private static @Nullable Object stored(Column column, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> StoredText.encode(text);
            case Long millis when column.kind() == Kind.TIME -> BinaryCopy.micros(millis);
            default -> value;
        };
    }

    private void replaceItems(Connection connection, Changes changes) throws SQLException {
        if (changes.items().isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from order_item where shop_id = ? and order_id = any(?)")) {
            delete.setString(1, shopId);
            delete.setArray(2, texts(connection, changes.items().keySet()));
            delete.executeUpdate();
        }
        copy.copy(
                connection,
                Table.ITEM.name(),
                Table.ITEM,
                changes.items().values().stream().flatMap(List::stream).toList());
    }

    private void replaceListed(Connection connection, Changes changes) throws SQLException {
        if (changes.listed().isEmpty()) {
            return;
        }
        List<List<Object>> keys = List.copyOf(changes.listed().keySet());
        try (PreparedStatement delete = connection.prepareStatement("delete from list_item item using"
                + " unnest(?::text[], ?::text[]) as changed (list, value)"
                + " where item.shop_id = ? and item.list = changed.list and item.value = changed.value")) {
            delete.setArray(1, texts(connection, part(keys, ListColumn.LIST)));
            delete.setArray(2, texts(connection, part(keys, ListColumn.VALUE)));
            delete.setString(3, shopId);
            delete.executeUpdate();
        }
        List<Row<ListColumn>> rows =
                changes.listed().values().stream().flatMap(Optional::stream).toList();
        copy.copy(connection, Table.LIST.name(), Table.LIST, rows);
    }

    private static List<String> part(List<List<Object>> keys, ListColumn column) {
        return keys.stream().map(key -> (String) key.get(column.ordinal())).toList();
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf(
                "text", texts.stream().map(StoredText::encode).toArray());
    }
}
