package io.sekisho.engine.feature;

import java.math.BigInteger;

/** Computes aggregates over a range of a series' entries. */
final class Reader {

    private final long[] squares = new long[2];

    /** The entries of a series that lie in a window: {@code [from, to)}. */
    record Range(Series series, int from, int to, boolean isEver) {

        static Range of(Series series, Window window, long millis) {
            int to = series.upperBound(millis);
            int from = window.isEver() ? 0 : series.upperBound(millis - window.spanMillis());
            return new Range(series, from, to, window.isEver());
        }

        long count() {
            return series.count(from, to, isEver);
        }

        boolean isEmpty() {
            return count() == 0;
        }
    }

    /** Sum of a range: the whole number, or the bits of the double. */
    long sum(Range range, ValueKind kind) {
        return kind == ValueKind.WHOLE
                ? range.series().sum(range.from(), range.to(), range.isEver())
                : Double.doubleToLongBits(numberSum(range));
    }

    double average(Range range, ValueKind kind) {
        double sum = kind == ValueKind.WHOLE
                ? (double) range.series().sum(range.from(), range.to(), range.isEver())
                : numberSum(range);
        return sum / range.count();
    }

    /** Standard deviation of the population. */
    double deviation(Range range, ValueKind kind) {
        return kind == ValueKind.WHOLE ? wholeDeviation(range) : numberDeviation(range);
    }

    /** The least or the greatest value, as it is kept. */
    static long extreme(Range range, ValueKind kind, boolean isLeast) {
        long best = range.series().valueAt(range.from());
        for (int i = range.from() + 1; i < range.to(); i++) {
            long value = range.series().valueAt(i);
            int order = compare(kind, value, best);
            best = (isLeast ? order < 0 : order > 0) ? value : best;
        }
        return best;
    }

    static int compare(ValueKind kind, long a, long b) {
        return kind == ValueKind.NUMBER
                ? Double.compare(Double.longBitsToDouble(a), Double.longBitsToDouble(b))
                : Long.compare(a, b);
    }

    /** Doubles are added in the order of time, so that a window has one sum however its entries came. */
    private static double numberSum(Range range) {
        double sum = 0;
        for (int i = range.from(); i < range.to(); i++) {
            sum += Double.longBitsToDouble(range.series().valueAt(i));
        }
        return sum;
    }

    /** Root of (n * squares - sum²) / n², whose numerator is computed exactly. */
    private double wholeDeviation(Range range) {
        long count = range.count();
        range.series().squares(range.from(), range.to(), range.isEver(), squares);
        BigInteger sum = BigInteger.valueOf(range.series().sum(range.from(), range.to(), range.isEver()));
        BigInteger numerator = unsigned(squares[0], squares[1])
                .multiply(BigInteger.valueOf(count))
                .subtract(sum.multiply(sum));
        return Math.sqrt(numerator.doubleValue()) / count;
    }

    private static double numberDeviation(Range range) {
        double mean = numberSum(range) / range.count();
        double sum = 0;
        for (int i = range.from(); i < range.to(); i++) {
            double distance = Double.longBitsToDouble(range.series().valueAt(i)) - mean;
            sum += distance * distance;
        }
        return Math.sqrt(sum / range.count());
    }

    private static BigInteger unsigned(long high, long low) {
        return BigInteger.valueOf(high)
                .shiftLeft(64)
                .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
                .add(BigInteger.valueOf(low & 1));
    }
}
