package io.sekisho.server.projection.table;

import java.util.Locale;

/** A column of a table, beside {@code shop_id}, which every table has; its name in SQL is its own in small letters. */
public interface Column {

    String name();

    int ordinal();

    Kind kind();

    default String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
