package io.sekisho.bench.text;

import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as text, the same in every country. */
public final class Figures {

    private Figures() {}

    /** 12,345. */
    public static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** 12,345. */
    public static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** To two digits behind the point; a dash where there is none. */
    public static String fine(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
    }

    /** Nanoseconds as milliseconds. */
    public static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

    /** Nanoseconds as microseconds. */
    public static String micros(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e3);
    }
}
