package io.sekisho.bench.load;

import org.HdrHistogram.Histogram;

/** Durations in nanoseconds, to three digits. Owned by one thread while it is written. */
public final class Latencies {

    private static final int DIGITS = 3;

    private final Histogram nanos = new Histogram(DIGITS);

    void record(long duration) {
        nanos.recordValue(Math.max(0, duration));
    }

    void add(Latencies others) {
        nanos.add(others.nanos);
    }

    public long count() {
        return nanos.getTotalCount();
    }

    /** How many lasted at least that long, as far as three digits tell. */
    public long countFrom(long shortest) {
        return nanos.getCountBetweenValues(shortest, Math.max(shortest, nanos.getMaxValue()));
    }

    /** What so many percent do not exceed; 0 where there is nothing. */
    public long percentile(double percent) {
        return nanos.getValueAtPercentile(percent);
    }

    /** 0 where there is nothing. */
    public long longest() {
        return nanos.getMaxValue();
    }
}
