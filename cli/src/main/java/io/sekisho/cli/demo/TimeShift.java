package io.sekisho.cli.demo;

import io.sekisho.engine.event.Timestamps;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Moves every time in an event's text by as much.
 *
 * @param millis later, or earlier where negative
 */
record TimeShift(long millis) {

    private static final Pattern TIME =
            Pattern.compile("(?<=\")\\d{4}-\\d{2}-\\d{2}T[0-9:.]{8,12}(?:Z|[+-]\\d{2}:\\d{2})(?=\")");

    String of(String line) {
        return TIME.matcher(line).replaceAll(this::moved);
    }

    /** What only looks like a time stays as it is. */
    private String moved(MatchResult found) {
        return Timestamps.parse(found.group())
                .map(time -> Timestamps.format(time.millis() + millis, time.offsetSeconds()))
                .orElse(found.group());
    }
}
