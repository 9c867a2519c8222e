package io.sekisho.server.pages.words;

import io.sekisho.engine.event.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times by the clock of the shop that told them. Immutable. */
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;

    Times(Locale locale) {
        boolean isJapanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        this.day = DateTimeFormatter.ofPattern(isJapanese ? "uuuu年M月d日（E）" : "EEE d MMM uuuu", locale);
        this.shortDay = DateTimeFormatter.ofPattern(isJapanese ? "M月d日" : "d MMM", locale);
    }

    /** 02:14:05. */
    public String clock(long millis, int offsetSeconds) {
        return CLOCK.format(at(millis, offsetSeconds));
    }

    /** With the day of the week and the year. */
    public String day(long millis, int offsetSeconds) {
        return day.format(at(millis, offsetSeconds));
    }

    public String shortDay(long millis, int offsetSeconds) {
        return shortDay.format(at(millis, offsetSeconds));
    }

    /** Day and time to the minute. */
    public String moment(long millis, int offsetSeconds) {
        OffsetDateTime at = at(millis, offsetSeconds);
        return day.format(at) + " " + MINUTES.format(at);
    }

    /** For machines: RFC 3339. */
    public String iso(long millis, int offsetSeconds) {
        return Timestamps.format(millis, offsetSeconds);
    }

    private static OffsetDateTime at(long millis, int offsetSeconds) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds));
    }
}
