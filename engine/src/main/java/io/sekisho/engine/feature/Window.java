package io.sekisho.engine.feature;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far back a feature looks: the half-open interval {@code (t - span, t]}, or for ever.
 *
 * @param spanMillis from a minute to 180 days, or {@link #EVER}
 */
public record Window(long spanMillis) {

    /** The span of a window without a beginning. */
    public static final long EVER = Long.MAX_VALUE;

    static final long LEAST = Duration.ofMinutes(1).toMillis();

    /** No longer window, and no event decided that comes later than this. */
    public static final long MOST = Duration.ofDays(180).toMillis();

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,10})(s|m|h|d)");

    public boolean isEver() {
        return spanMillis == EVER;
    }

    /** The window of that notation, {@code 90s}, {@code 10m}, {@code 24h}, {@code 30d}, {@code ever}. */
    public static Optional<Window> parse(String text) {
        if (text.equals("ever")) {
            return Optional.of(new Window(EVER));
        }
        return span(text).filter(span -> span >= LEAST && span <= MOST).map(Window::new);
    }

    /** Milliseconds of {@code <n>s|m|h|d}, of any length from 0. */
    public static Optional<Long> span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = switch (matcher.group(2)) {
            case "s" -> 1_000L;
            case "m" -> 60_000L;
            case "h" -> 3_600_000L;
            default -> 86_400_000L;
        };
        return Optional.of(Long.parseLong(matcher.group(1)) * unit);
    }
}
