package io.sekisho.engine.state;

import java.util.Arrays;

/**
 * Numbers the distinct long keys that it is given, from 0, in the order of first sight. Owned by one thread.
 */
public final class LongTable {

    /** What {@link #find} answers for a key never seen. */
    public static final int NONE = -1;

    private static final int FIRST_CAPACITY = 256;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] table = emptyTable(FIRST_CAPACITY * 2);
    private int size;

    public int size() {
        return size;
    }

    public long key(int slot) {
        return keys[slot];
    }

    public int find(long key) {
        return table[placeOf(key)];
    }

    /** The number of the key, new if it was never seen: then it is the former {@link #size()}. */
    public int of(long key) {
        int place = placeOf(key);
        if (table[place] != NONE) {
            return table[place];
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size] = key;
        table[place] = size++;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    public void writeTo(StateSink sink) {
        sink.putInt(size);
        sink.putLongs(keys, 0, size);
    }

    public static LongTable readFrom(StateSource source) {
        LongTable result = new LongTable();
        int count = source.takeInt();
        for (int i = 0; i < count; i++) {
            result.of(source.takeLong());
        }
        return result;
    }

    private int placeOf(long key) {
        int mask = table.length - 1;
        int place = spread(key) & mask;
        while (table[place] != NONE && keys[table[place]] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        table = emptyTable(table.length * 2);
        for (int i = 0; i < size; i++) {
            table[placeOf(keys[i])] = i;
        }
    }

    private static int[] emptyTable(int capacity) {
        int[] table = new int[capacity];
        Arrays.fill(table, NONE);
        return table;
    }

    private static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ (mixed >>> 32));
    }
}
