package io.sekisho.cli.score;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.wire.mapping.MinorUnits;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** How numbers are written for people; the same in text and on the page. */
final class Figures {

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Per cent with two decimals. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    static String interval(Rate rate) {
        return String.format(Locale.ROOT, "[%.2f, %.2f]", 100 * rate.low(), 100 * rate.high());
    }

    /** Share and interval, or a dash where there was nothing. */
    static String rate(Rate rate) {
        return rate.of() == 0 ? "-" : percent(rate.share()) + " " + interval(rate);
    }

    /** Major units with as many decimals as the currency has; minor units where it is unknown. */
    static String money(long minor, String code) {
        int digits = MinorUnits.digitsOf(code).orElse(0);
        if (digits == 0) {
            return whole(minor);
        }
        long unit = Math.round(Math.pow(10, digits));
        return whole(minor / unit) + String.format(Locale.ROOT, ".%0" + digits + "d", minor % unit);
    }

    static String day(long millis) {
        return time(millis).substring(0, "2023-09-13".length());
    }

    static String time(long millis) {
        return Timestamps.format(millis, 0);
    }

    /** Seconds with up to three decimals, or days, hours and minutes where it is long. */
    static String duration(long millis) {
        if (millis < 60_000) {
            String seconds = String.format(Locale.ROOT, "%.3f", millis / 1000.0);
            return seconds.replaceFirst("\\.?0+$", "") + " s";
        }
        long minutes = millis / 60_000;
        if (minutes < 60) {
            return minutes + " min " + millis / 1000 % 60 + " s";
        }
        return minutes < 48 * 60 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes / (24 * 60) + " d";
    }

    /** Such as {@code 0: 18, 1: 2}. */
    static String distribution(SortedMap<Long, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private Figures() {}
}
