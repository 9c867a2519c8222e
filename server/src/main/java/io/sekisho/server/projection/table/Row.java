package io.sekisho.server.projection.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table, in the making; owned by one thread. */
public final class Row<C extends Column> {

    private final Table<C> table;
    private final @Nullable Object[] values;

    Row(Table<C> table) {
        this.table = table;
        this.values = new @Nullable Object[table.columns().size()];
    }

    public Table<C> table() {
        return table;
    }

    /** As the column's {@link Kind} says, or null. */
    public @Nullable Object value(Column column) {
        return values[column.ordinal()];
    }

    public @Nullable String text(C column) {
        return (String) values[column.ordinal()];
    }

    public @Nullable Long whole(C column) {
        return (Long) values[column.ordinal()];
    }

    public Row<C> put(C column, @Nullable Object value) {
        values[column.ordinal()] = value;
        return this;
    }

    /** Leaves what is there where there is nothing new. */
    public Row<C> putIfTold(C column, @Nullable Object value) {
        return value == null ? this : put(column, value);
    }

    /** Leaves what is there. */
    public Row<C> putIfUnknown(C column, @Nullable Object value) {
        return values[column.ordinal()] == null ? put(column, value) : this;
    }

    /** The values of the key, which are equal for equal keys. */
    public List<Object> key() {
        return List.copyOf(Arrays.asList(values).subList(0, table.keys()));
    }
}
