package io.sekisho.engine.feature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of one key in one window, in the order in which they arrived, and every aggregate by its definition. */
record NaiveWindow(NaiveFeature feature, List<NaiveWindow.Entry> entries, long now) {

    /** When an event was, and what it is worth. */
    record Entry(long millis, Object value) {}

    /** The value; null where the window is empty and the aggregate has none then. */
    @Nullable
    Object value() {
        return switch (feature.definition().aggregate()) {
            case COUNT -> (long) entries.size();
            case DISTINCT -> (long) new HashSet<>(values()).size();
            case KNOWN -> !entries.isEmpty();
            case SUM -> isWhole() ? (Object) wholeSum() : (Object) numberSum();
            default -> entries.isEmpty() ? null : ofSome();
        };
    }

    private Object ofSome() {
        return switch (feature.definition().aggregate()) {
            case AVG -> (isWhole() ? (double) wholeSum() : numberSum()) / entries.size();
            case STDDEV -> deviation();
            case MIN ->
                values().stream()
                        .map(NaiveWindow::comparable)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
            case MAX ->
                values().stream()
                        .map(NaiveWindow::comparable)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            case AGE -> Duration.ofMillis(now - inTimeOrder().getFirst().millis());
            case TIME_SINCE -> Duration.ofMillis(now - inTimeOrder().getLast().millis());
            case LAST -> inTimeOrder().getLast().value();
            default -> throw new IllegalStateException("Not for windows with entries only");
        };
    }

    private boolean isWhole() {
        return feature.value().kept() == NaiveFeature.Kept.WHOLE;
    }

    private List<Object> values() {
        return entries.stream().map(Entry::value).toList();
    }

    /** By time; of equal times the first to arrive first. */
    private List<Entry> inTimeOrder() {
        return entries.stream().sorted(Comparator.comparingLong(Entry::millis)).toList();
    }

    private long wholeSum() {
        return entries.stream().mapToLong(entry -> (Long) entry.value()).sum();
    }

    private double numberSum() {
        double sum = 0;
        for (Entry entry : inTimeOrder()) {
            sum += ((Number) entry.value()).doubleValue();
        }
        return sum;
    }

    /** Root of the mean squared distance from the mean, in 34 digits. */
    private double deviation() {
        MathContext digits = new MathContext(34);
        BigDecimal count = BigDecimal.valueOf(entries.size());
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry entry : entries) {
            sum = sum.add(exact(entry));
        }
        BigDecimal mean = sum.divide(count, digits);
        BigDecimal squares = BigDecimal.ZERO;
        for (Entry entry : entries) {
            squares = squares.add(exact(entry).subtract(mean).pow(2));
        }
        return squares.divide(count, digits).sqrt(digits).doubleValue();
    }

    private static BigDecimal exact(Entry entry) {
        return entry.value() instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal((Double) entry.value());
    }

    /** Long and Double compare with their like only, and a window holds one of the two. */
    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }
}
