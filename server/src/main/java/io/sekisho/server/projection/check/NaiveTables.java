package io.sekisho.server.projection.check;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.server.projection.table.StoredText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tables as plain maps: by table, by key, by column. Owned by one thread. */
final class NaiveTables {

    private final Map<String, Map<List<Object>, Map<String, Object>>> tables = new TreeMap<>();

    /** All rows of the table so far. */
    Map<List<Object>, Map<String, Object>> table(String name) {
        return tables.computeIfAbsent(name, table -> new HashMap<>());
    }

    Map<String, Object> row(String table, Object key) {
        return table(table).computeIfAbsent(List.of(key), any -> new HashMap<>());
    }

    /** Sets the column; what is not told leaves none there. */
    static void set(Map<String, Object> row, String column, @Nullable Object value) {
        if (value == null) {
            row.remove(column);
        } else {
            row.put(column, value);
        }
    }

    static void setIfTold(Map<String, Object> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value);
        }
    }

    /** The member that lies behind those names; null where there is none. */
    static @Nullable Object at(@Nullable Object tree, String... names) {
        Object found = tree;
        for (String name : names) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }

    static @Nullable String id(@Nullable Object value) {
        return value instanceof String text ? StoredText.id(text) : null;
    }

    static @Nullable Long time(@Nullable Object value) {
        return value instanceof String text
                ? Timestamps.parse(text).map(Timestamps.Timestamp::millis).orElse(null)
                : null;
    }

    /** A keyed hash: 32 hexadecimal digits behind its mark, for an address those of its network. */
    static @Nullable String hash(@Nullable Object value) {
        return value instanceof String text && text.matches("#[0-9a-f]{32}(/.*)?") ? text : null;
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** One member of each of the objects. */
    static List<Object> each(@Nullable Object objects, String name) {
        List<Object> values = new ArrayList<>();
        for (Object object : list(objects)) {
            Object value = at(object, name);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Comparable, unlike arrays. */
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
