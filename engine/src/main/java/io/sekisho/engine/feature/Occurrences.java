package io.sekisho.engine.feature;

/** How often each of some long values occurs. Owned by one thread. */
final class Occurrences {

    private static final int FIRST_CAPACITY = 64;

    private long[] values = new long[FIRST_CAPACITY];
    private int[] counts = new int[FIRST_CAPACITY];
    private int distinct;

    int distinct() {
        return distinct;
    }

    void clear() {
        values = new long[FIRST_CAPACITY];
        counts = new int[FIRST_CAPACITY];
        distinct = 0;
    }

    void add(long value) {
        int place = placeOf(value);
        if (counts[place]++ == 0) {
            values[place] = value;
            if (++distinct * 2 > values.length) {
                grow();
            }
        }
    }

    void remove(long value) {
        int place = placeOf(value);
        if (counts[place] == 0) {
            throw new IllegalStateException("Removed a value that does not occur");
        }
        if (--counts[place] == 0) {
            distinct--;
            closeGap(place);
        }
    }

    private int placeOf(long value) {
        int mask = values.length - 1;
        int place = home(value);
        while (counts[place] != 0 && values[place] != value) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Moves later entries of the probe chain back over the hole, so that none is cut off from its home. */
    private void closeGap(int hole) {
        int mask = values.length - 1;
        int next = (hole + 1) & mask;
        while (counts[next] != 0) {
            int distanceToHome = (next - home(values[next])) & mask;
            if (distanceToHome >= ((next - hole) & mask)) {
                values[hole] = values[next];
                counts[hole] = counts[next];
                counts[next] = 0;
                hole = next;
            }
            next = (next + 1) & mask;
        }
    }

    private void grow() {
        long[] oldValues = values;
        int[] oldCounts = counts;
        values = new long[oldValues.length * 2];
        counts = new int[values.length];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldCounts[i] != 0) {
                int place = placeOf(oldValues[i]);
                values[place] = oldValues[i];
                counts[place] = oldCounts[i];
            }
        }
    }

    private int home(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (values.length - 1);
    }
}
