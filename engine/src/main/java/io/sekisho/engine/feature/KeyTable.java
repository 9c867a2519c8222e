package io.sekisho.engine.feature;

import io.sekisho.engine.state.LongTable;
import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered under one tuple of keys: a slot a key, and in it the newest time and the series. */
final class KeyTable {

    private static final int FIRST_CAPACITY = 256;

    private final LongTable slots;
    private final @Nullable Series[][] series;
    private final List<Columns> columns;
    private long[] newestMillis = new long[FIRST_CAPACITY];
    private long[] firstMillis = new long[FIRST_CAPACITY];

    KeyTable(List<Columns> columns) {
        this(columns, new LongTable());
    }

    private KeyTable(List<Columns> columns, LongTable slots) {
        this.columns = List.copyOf(columns);
        this.slots = slots;
        this.series = new Series[columns.size()][FIRST_CAPACITY];
        ensureCapacity(slots.size());
    }

    /** The slot of the key, a new one if there was none; {@link #touch} must follow. */
    int slot(long key) {
        int known = slots.size();
        int slot = slots.of(key);
        if (slot == known) {
            ensureCapacity(known + 1);
            newestMillis[slot] = Long.MIN_VALUE;
            firstMillis[slot] = Long.MAX_VALUE;
        }
        return slot;
    }

    /** The slot of the key, or {@link LongTable#NONE}. */
    int find(long key) {
        return slots.find(key);
    }

    int size() {
        return slots.size();
    }

    /** Time of the newest event of the key; {@link Long#MIN_VALUE} before the first. */
    long newestMillis(int slot) {
        return newestMillis[slot];
    }

    /** Time of the oldest event of the key; {@link Long#MAX_VALUE} before the first. */
    long firstMillis(int slot) {
        return firstMillis[slot];
    }

    void touch(int slot, long millis) {
        newestMillis[slot] = Math.max(newestMillis[slot], millis);
        firstMillis[slot] = Math.min(firstMillis[slot], millis);
    }

    @Nullable
    Series find(int number, int slot) {
        return series[number][slot];
    }

    Series series(int number, int slot) {
        Series found = series[number][slot];
        if (found == null) {
            found = new Series(columns.get(number));
            series[number][slot] = found;
        }
        return found;
    }

    void writeTo(StateSink sink) {
        slots.writeTo(sink);
        sink.putLongs(newestMillis, 0, slots.size());
        sink.putLongs(firstMillis, 0, slots.size());
        for (@Nullable Series[] column : series) {
            for (int slot = 0; slot < slots.size(); slot++) {
                Series found = column[slot];
                sink.putInt(found == null ? 0 : 1);
                if (found != null) {
                    found.writeTo(sink);
                }
            }
        }
    }

    static KeyTable readFrom(StateSource source, List<Columns> columns) {
        KeyTable table = new KeyTable(columns, LongTable.readFrom(source));
        source.takeLongs(table.newestMillis, 0, table.size());
        source.takeLongs(table.firstMillis, 0, table.size());
        for (int number = 0; number < columns.size(); number++) {
            for (int slot = 0; slot < table.size(); slot++) {
                if (source.takeInt() == 1) {
                    table.series[number][slot] = Series.readFrom(source, columns.get(number));
                }
            }
        }
        return table;
    }

    private void ensureCapacity(int wanted) {
        if (wanted <= newestMillis.length) {
            return;
        }
        int capacity = Math.max(wanted, newestMillis.length * 2);
        newestMillis = Arrays.copyOf(newestMillis, capacity);
        firstMillis = Arrays.copyOf(firstMillis, capacity);
        for (int i = 0; i < series.length; i++) {
            series[i] = Arrays.copyOf(series[i], capacity);
        }
    }
}
