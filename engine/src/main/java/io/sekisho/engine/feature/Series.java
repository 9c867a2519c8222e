package io.sekisho.engine.feature;

import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The events of one key that pass one filter, in order of time; events of equal time in order of arrival.
 *
 * <p>An event that comes late is put at its own time. Owned by one thread.
 */
final class Series {

    /*
     * Running sums beside the times make every window, wherever it lies in time, two binary searches: its sum is the
     * difference of two of them. A late event costs as many additions as events it overtakes. Sums wrap around like
     * all two's complement arithmetic, which a difference undoes as long as the window's own sum fits (Values.LIMIT).
     * Squares need 128 bits: high and low words. Not chosen: a cursor a window (cheaper to read, but late reads would
     * need a second way), buckets (inexact at the edges that rules sit on).
     */
    private static final int FIRST_CAPACITY = 2;

    final Columns columns;
    private final @Nullable DistinctWindows distinct;

    private int size;
    private long[] times = new long[FIRST_CAPACITY];
    private long[] values;
    private long[] sums;
    private long[] squaresHigh;
    private long[] squaresLow;

    /** Entries that have left at the front; {@code ever} still counts them. */
    private long dropped;

    private long droppedSum;
    private long droppedSquaresHigh;
    private long droppedSquaresLow;
    private long firstMillis = Long.MAX_VALUE;

    Series(Columns columns) {
        this.columns = columns;
        this.values = column(columns.keepsValues());
        this.sums = column(columns.keepsSums());
        this.squaresHigh = column(columns.keepsSquares());
        this.squaresLow = column(columns.keepsSquares());
        this.distinct = columns.distinctSpans().isEmpty()
                ? null
                : new DistinctWindows(columns.distinctSpans().size());
    }

    /** Adds an entry; {@code value} is a number, the bits of a double or a symbol, as the plan says. */
    void add(long timeMillis, long value) {
        int at = size == 0 || times[size - 1] <= timeMillis ? size : upperBound(timeMillis);
        ensureCapacity();
        insert(times, at, timeMillis);
        if (columns.keepsValues()) {
            insert(values, at, value);
        }
        addSums(at, value);
        size++;
        firstMillis = Math.min(firstMillis, timeMillis);
        if (distinct != null) {
            distinct.inserted(this, at);
        }
        dropBefore(times[size - 1] - columns.retentionMillis());
    }

    int size() {
        return size;
    }

    long timeAt(int index) {
        return times[index];
    }

    long valueAt(int index) {
        return values[index];
    }

    /** Index of the first entry that is younger than {@code millis}. */
    int upperBound(long millis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Entries before index {@code to} that are not before {@code from}; those that have left count for {@code ever}. */
    long count(int from, int to, boolean isEver) {
        return to - from + (isEver ? dropped : 0);
    }

    /** Time of the first entry, also of one that has left. */
    long firstMillis(int from, boolean isEver) {
        return isEver && dropped > 0 ? firstMillis : times[from];
    }

    long sum(int from, int to, boolean isEver) {
        long upper = to == 0 ? droppedSum : sums[to - 1];
        long lower = isEver ? 0 : from == 0 ? droppedSum : sums[from - 1];
        return upper - lower;
    }

    /** Sum of squares of {@code [from, to)}: high and low word of an unsigned 128-bit number. */
    void squares(int from, int to, boolean isEver, long[] result) {
        long upperHigh = to == 0 ? droppedSquaresHigh : squaresHigh[to - 1];
        long upperLow = to == 0 ? droppedSquaresLow : squaresLow[to - 1];
        long lowerHigh = isEver ? 0 : from == 0 ? droppedSquaresHigh : squaresHigh[from - 1];
        long lowerLow = isEver ? 0 : from == 0 ? droppedSquaresLow : squaresLow[from - 1];
        result[1] = upperLow - lowerLow;
        result[0] = upperHigh - lowerHigh - (Long.compareUnsigned(upperLow, lowerLow) < 0 ? 1 : 0);
    }

    /** Distinct values of {@code [from, to)}, which is what the {@code window}-th of {@link Columns#distinctSpans} covers. */
    int distinct(int from, int to, int window) {
        if (distinct == null) {
            throw new IllegalStateException("This series keeps no distinct values");
        }
        return distinct.count(this, from, to, window);
    }

    void writeTo(StateSink sink) {
        sink.putInt(size);
        sink.putLong(dropped);
        sink.putLong(droppedSum);
        sink.putLong(droppedSquaresHigh);
        sink.putLong(droppedSquaresLow);
        sink.putLong(firstMillis);
        sink.putLongs(times, 0, size);
        sink.putLongs(values, 0, columns.keepsValues() ? size : 0);
        sink.putLongs(sums, 0, columns.keepsSums() ? size : 0);
        sink.putLongs(squaresHigh, 0, columns.keepsSquares() ? size : 0);
        sink.putLongs(squaresLow, 0, columns.keepsSquares() ? size : 0);
    }

    static Series readFrom(StateSource source, Columns columns) {
        Series series = new Series(columns);
        int size = source.takeInt();
        series.dropped = source.takeLong();
        series.droppedSum = source.takeLong();
        series.droppedSquaresHigh = source.takeLong();
        series.droppedSquaresLow = source.takeLong();
        series.firstMillis = source.takeLong();
        series.setCapacity(Math.max(size, FIRST_CAPACITY));
        source.takeLongs(series.times, 0, size);
        source.takeLongs(series.values, 0, columns.keepsValues() ? size : 0);
        source.takeLongs(series.sums, 0, columns.keepsSums() ? size : 0);
        source.takeLongs(series.squaresHigh, 0, columns.keepsSquares() ? size : 0);
        source.takeLongs(series.squaresLow, 0, columns.keepsSquares() ? size : 0);
        series.size = size;
        return series;
    }

    private void addSums(int at, long value) {
        if (!columns.keepsSums()) {
            return;
        }
        insert(sums, at, at == 0 ? droppedSum : sums[at - 1]);
        for (int i = at; i <= size; i++) {
            sums[i] += value;
        }
        if (columns.keepsSquares()) {
            addSquares(at, value);
        }
    }

    private void addSquares(int at, long value) {
        insert(squaresHigh, at, at == 0 ? droppedSquaresHigh : squaresHigh[at - 1]);
        insert(squaresLow, at, at == 0 ? droppedSquaresLow : squaresLow[at - 1]);
        long high = Math.multiplyHigh(value, value);
        long low = value * value;
        for (int i = at; i <= size; i++) {
            long sum = squaresLow[i] + low;
            squaresHigh[i] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
            squaresLow[i] = sum;
        }
    }

    /**
     * Lets the entries leave that no window can reach any more, in lumps, so that the cost stays constant an entry. The
     * youngest of them stays: to a late event it is still the last, however long ago.
     */
    private void dropBefore(long millis) {
        int gone = times[0] <= millis ? upperBound(millis) - 1 : 0;
        if (gone < 16 || gone < size / 2) {
            return;
        }
        dropped += gone;
        droppedSum = columns.keepsSums() ? sums[gone - 1] : 0;
        if (columns.keepsSquares()) {
            droppedSquaresHigh = squaresHigh[gone - 1];
            droppedSquaresLow = squaresLow[gone - 1];
        }
        for (long[] column : new long[][] {times, values, sums, squaresHigh, squaresLow}) {
            if (column.length > 0) {
                System.arraycopy(column, gone, column, 0, size - gone);
            }
        }
        size -= gone;
        if (distinct != null) {
            distinct.reset();
        }
    }

    private void insert(long[] column, int at, long value) {
        System.arraycopy(column, at, column, at + 1, size - at);
        column[at] = value;
    }

    private void ensureCapacity() {
        if (size == times.length) {
            setCapacity(size + (size >> 1) + 1);
        }
    }

    private void setCapacity(int capacity) {
        times = Arrays.copyOf(times, capacity);
        values = resized(values, columns.keepsValues(), capacity);
        sums = resized(sums, columns.keepsSums(), capacity);
        squaresHigh = resized(squaresHigh, columns.keepsSquares(), capacity);
        squaresLow = resized(squaresLow, columns.keepsSquares(), capacity);
    }

    private static final long[] NOTHING = new long[0];

    private static long[] column(boolean isKept) {
        return isKept ? new long[FIRST_CAPACITY] : NOTHING;
    }

    private static long[] resized(long[] column, boolean isKept, int capacity) {
        return isKept ? Arrays.copyOf(column, capacity) : NOTHING;
    }
}
