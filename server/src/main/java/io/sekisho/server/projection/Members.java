package io.sekisho.server.projection;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.server.projection.table.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an answer, taken from a row; what the row does not hold is left out. Owned by one thread. */
final class Members {

    private final ResultSet row;
    private final Map<String, Object> members = new LinkedHashMap<>();

    Members(ResultSet row) {
        this.row = row;
    }

    /** SQL for a time, as {@link #time} reads it. */
    static String millis(String column, String as) {
        return "(extract(epoch from " + column + ") * 1000)::bigint as " + as;
    }

    /** SQL for the time of a parameter in milliseconds. */
    static String atMillis(String parameter) {
        return "to_timestamp(" + parameter + "::double precision / 1000)";
    }

    Members text(String name, String column) throws SQLException {
        return put(name, stored(row.getString(column)));
    }

    Members whole(String name, String column) throws SQLException {
        long value = row.getLong(column);
        return put(name, row.wasNull() ? null : (Long) value);
    }

    Members flag(String name, String column) throws SQLException {
        return put(name, row.getBoolean(column));
    }

    /** At that offset from UTC. */
    Members time(String name, String column, int offsetSeconds) throws SQLException {
        long millis = row.getLong(column);
        return put(name, row.wasNull() ? null : Timestamps.format(millis, offsetSeconds));
    }

    /** Of the columns of that prefix. */
    Members amount(String name, String prefix) throws SQLException {
        long value = row.getLong(prefix + "amount");
        return row.wasNull() ? this : put(name, Map.of("value", value, "currency", row.getString(prefix + "currency")));
    }

    Members put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    Map<String, Object> all() {
        return members;
    }

    static @Nullable String stored(@Nullable String text) {
        return text == null ? null : StoredText.decode(text);
    }
}
