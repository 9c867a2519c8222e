package io.sekisho.server.projection.postgres;

import io.sekisho.server.projection.table.Column;
import io.sekisho.server.projection.table.Kind;
import io.sekisho.server.projection.table.Row;
import io.sekisho.server.projection.table.StoredText;
import io.sekisho.server.projection.table.Table;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows as they were written. Stateless. */
public final class RowReading {

    private RowReading() {}

    /** What to select; times come as milliseconds, since Java's own types do not hold all of PostgreSQL's. */
    public static String columns(Table<?> table) {
        return table.columns().stream()
                .map(column -> column.kind() == Kind.TIME
                        ? "(extract(epoch from " + column.sql() + ") * 1000)::bigint"
                        : column.sql())
                .collect(Collectors.joining(", "));
    }

    /** The row of a result that has {@link #columns} alone. */
    public static <C extends Column> Row<C> row(Table<C> table, ResultSet result) throws SQLException {
        Row<C> row = table.newRow();
        for (C column : table.columns()) {
            row.put(column, value(column.kind(), result, column.ordinal() + 1));
        }
        return row;
    }

    private static @Nullable Object value(Kind kind, ResultSet result, int at) throws SQLException {
        Object value = switch (kind) {
            case TEXT -> text(result.getString(at));
            case WHOLE, TIME -> result.getLong(at);
            case FLAG -> result.getBoolean(at);
            case BYTES -> result.getBytes(at);
            case TEXTS -> texts(result.getArray(at));
        };
        return result.wasNull() ? null : value;
    }

    private static @Nullable String text(@Nullable String stored) {
        return stored == null ? null : StoredText.decode(stored);
    }

    private static @Nullable Object texts(@Nullable Array stored) throws SQLException {
        return stored == null
                ? null
                : Arrays.stream((String[]) stored.getArray())
                        .map(StoredText::decode)
                        .toList();
    }
}
