package io.sekisho.wire.enrichment;

import java.io.IOException;
import java.util.Arrays;

/**
 * Sorted segments of the address space with a number each, found by binary search; 0 means not in the table.
 *
 * <p>A segment reaches to the start of the next. The starts are kept with the sign bit flipped, so that the signed order
 * of Java is the unsigned order of addresses. Memory: 8 bytes a segment in IPv4, 12 in IPv6. Immutable.
 */
final class AddressTable {
    /** Knows no address. */
    static final AddressTable EMPTY =
            new AddressTable(new int[] {Integer.MIN_VALUE}, new int[] {0}, new long[] {Long.MIN_VALUE}, new int[] {0});

    private static final long NO_BOUND = -1;

    private final int[] startsV4;
    private final int[] valuesV4;
    private final long[] startsV6;
    private final int[] valuesV6;

    private AddressTable(int[] startsV4, int[] valuesV4, long[] startsV6, int[] valuesV6) {
        this.startsV4 = startsV4;
        this.valuesV4 = valuesV4;
        this.startsV6 = startsV6;
        this.valuesV6 = valuesV6;
    }

    /** Reads both families; every value must be below {@code bound}. */
    static AddressTable read(TableReader in, int bound) throws IOException {
        int[] startsV4 = flippedInts(starts(in, 1L << 32));
        int[] valuesV4 = values(in, startsV4.length, bound);
        long[] startsV6 = flipped(starts(in, NO_BOUND));
        int[] valuesV6 = values(in, startsV6.length, bound);
        return new AddressTable(startsV4, valuesV4, startsV6, valuesV6);
    }

    int find(long key) {
        if (AddressKey.isV4(key)) {
            return valuesV4[segment(Arrays.binarySearch(startsV4, (int) key ^ Integer.MIN_VALUE))];
        }
        return valuesV6[segment(Arrays.binarySearch(startsV6, key ^ Long.MIN_VALUE))];
    }

    int segments() {
        return startsV4.length + startsV6.length;
    }

    /** The index of the segment that holds what the search looked for: the one found, or the one before the gap. */
    private static int segment(int found) {
        return found >= 0 ? found : -found - 2;
    }

    private static int[] flippedInts(long[] starts) {
        int[] flipped = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            flipped[i] = (int) starts[i] ^ Integer.MIN_VALUE;
        }
        return flipped;
    }

    private static long[] flipped(long[] starts) {
        for (int i = 0; i < starts.length; i++) {
            starts[i] ^= Long.MIN_VALUE;
        }
        return starts;
    }

    private static long[] starts(TableReader in, long bound) throws IOException {
        long[] starts = new long[in.count()];
        long at = 0;
        for (int i = 0; i < starts.length; i++) {
            long step = in.number();
            at += step;
            boolean inOrder = i == 0 ? at == 0 : step != 0 && Long.compareUnsigned(at, at - step) > 0;
            if (!inOrder) {
                throw new IOException("segment " + i + " does not lie behind the one before");
            }
            starts[i] = at;
        }
        if (starts.length == 0 || (bound != NO_BOUND && at >= bound)) {
            throw new IOException("its segments do not cover the address space");
        }
        return starts;
    }

    private static int[] values(TableReader in, int length, int bound) throws IOException {
        int[] values = new int[length];
        for (int i = 0; i < length; i++) {
            long value = in.number();
            if (value < 0 || value >= bound) {
                throw new IOException("segment " + i + " has a value out of range: " + value);
            }
            values[i] = (int) value;
        }
        return values;
    }
}
