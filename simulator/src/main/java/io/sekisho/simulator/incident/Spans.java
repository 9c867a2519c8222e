package io.sekisho.simulator.incident;

import io.sekisho.simulator.world.Calendar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as stories write them: {@code 90s}, {@code 8h30m}, {@code -400d}. */
final class Spans {
    private static final Pattern WHOLE = Pattern.compile("-?(\\d{1,6}[smhd])+");
    private static final Pattern PART = Pattern.compile("(\\d+)([smhd])");

    private Spans() {}

    /** The milliseconds; empty where the text is no span. */
    static Optional<Long> millis(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        long sum = 0;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            sum += Long.parseLong(part.group(1)) * unit(part.group(2));
        }
        return Optional.of(text.startsWith("-") ? -sum : sum);
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "s" -> Calendar.SECOND;
            case "m" -> Calendar.MINUTE;
            case "h" -> Calendar.HOUR;
            default -> Calendar.DAY;
        };
    }
}
