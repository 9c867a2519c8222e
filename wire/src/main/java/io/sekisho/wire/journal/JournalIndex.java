package io.sekisho.wire.journal;

import java.util.Arrays;

/**
 * Where every {@link #STEP}th record of a journal begins, and the first of each segment, so that any record is found with
 * one short walk. May be shared: one thread appends, any may ask.
 */
public final class JournalIndex {

    /** Sixteen bytes of memory for so many records. */
    static final int STEP = 64;

    private long[] numbers = new long[1024];
    private long[] positions = new long[1024];
    private long[] segments = new long[1024];
    private int size;
    private long last;

    /**
     * A place from which a record can be reached by reading on.
     *
     * @param segment number of the segment's first record
     * @param position of the record's first byte in the segment
     */
    record Entry(long segment, long number, long position) {}

    /** Notes where a record begins, if it is one to be noted. */
    synchronized void note(long segment, long number, long position) {
        last = number;
        boolean isFirst = size == 0 || segments[size - 1] != segment;
        if (!isFirst && number - numbers[size - 1] < STEP) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            positions = Arrays.copyOf(positions, size * 2);
            segments = Arrays.copyOf(segments, size * 2);
        }
        segments[size] = segment;
        numbers[size] = number;
        positions[size++] = position;
    }

    /** Number of the last record that was shown, noted or not; 0 where there is none. */
    public synchronized long last() {
        return last;
    }

    /** The last place at or before the record. */
    synchronized Entry before(long number) {
        int found = Arrays.binarySearch(numbers, 0, size, number);
        int place = found >= 0 ? found : -found - 2;
        if (place < 0) {
            throw new IllegalArgumentException("No record " + number + " is in the journal");
        }
        return new Entry(segments[place], numbers[place], positions[place]);
    }
}
