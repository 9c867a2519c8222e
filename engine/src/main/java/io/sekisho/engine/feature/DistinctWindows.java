package io.sekisho.engine.feature;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Exact counts of the distinct values in the windows of one series. Owned by one thread. */
final class DistinctWindows {

    /*
     * A window of few entries is counted afresh at each reading. A longer one keeps how often each value stands in it
     * and moves both ends forward as time goes on, so that a reading costs what has come and gone since the last, not
     * what lies in the window: an address shared by thousands of accounts stays cheap. Readings may go back in time
     * (a late event is decided at its own time): those count afresh and leave the moving window alone.
     */
    private static final int FEW = 24;

    private final @Nullable Moving[] moving;

    DistinctWindows(int windows) {
        this.moving = new Moving[windows];
    }

    /** Distinct values of {@code [from, to)}, which is what the window of that number covers now. */
    int count(Series series, int from, int to, int windowNumber) {
        if (to - from <= FEW) {
            return countFew(series, from, to);
        }
        Moving window = moving[windowNumber];
        if (window == null) {
            window = new Moving();
            moving[windowNumber] = window;
        }
        return window.isBefore(from, to) ? countMany(series, from, to) : window.moveTo(series, from, to);
    }

    /** Told after an entry was put in at {@code index}. */
    void inserted(Series series, int index) {
        for (Moving window : moving) {
            if (window != null) {
                window.inserted(series, index);
            }
        }
    }

    /** Forgets the moving windows: the indexes that they know are no longer true. */
    void reset() {
        Arrays.fill(moving, null);
    }

    private static int countFew(Series series, int from, int to) {
        int distinct = 0;
        for (int i = from; i < to; i++) {
            distinct += isFirst(series, from, i) ? 1 : 0;
        }
        return distinct;
    }

    private static boolean isFirst(Series series, int from, int index) {
        for (int i = from; i < index; i++) {
            if (series.valueAt(i) == series.valueAt(index)) {
                return false;
            }
        }
        return true;
    }

    private static int countMany(Series series, int from, int to) {
        Occurrences seen = new Occurrences();
        for (int i = from; i < to; i++) {
            seen.add(series.valueAt(i));
        }
        return seen.distinct();
    }

    /** The window {@code [from, to)} of indexes, and how often each value stands in it. */
    private static final class Moving {
        private final Occurrences occurrences = new Occurrences();
        private int from;
        private int to;

        boolean isBefore(int newFrom, int newTo) {
            return newFrom < from || newTo < to;
        }

        int moveTo(Series series, int newFrom, int newTo) {
            if (newFrom >= to) {
                occurrences.clear();
                from = newFrom;
                to = newFrom;
            }
            while (to < newTo) {
                occurrences.add(series.valueAt(to++));
            }
            while (from < newFrom) {
                occurrences.remove(series.valueAt(from++));
            }
            return occurrences.distinct();
        }

        void inserted(Series series, int index) {
            if (index < from) {
                from++;
                to++;
            } else if (index < to) {
                occurrences.add(series.valueAt(index));
                to++;
            }
        }
    }
}
