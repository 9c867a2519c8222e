package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Suggestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a column may write a time. Each throws {@link DateTimeException} for a text that is not of its form.
 *
 * <p>A local time that the zone skips is moved on by the length of the gap; one that occurs twice is the earlier.
 */
final class TimeFormats {

    static final List<String> WORDS = List.of("iso", "epoch_seconds", "epoch_millis");

    /** The message for a local time where no zone is given; the others may repeat the text and are for no eyes. */
    static final String NO_OFFSET = "has no offset; give the mapping's time a zone";

    /**
     * The format of that word or pattern.
     *
     * @param zone for local times; null refuses them
     * @throws IllegalArgumentException if it is neither
     */
    static Function<String, Instant> named(String wordOrPattern, @Nullable ZoneId zone) {
        return switch (wordOrPattern) {
            case "iso" -> iso(zone);
            case "epoch_seconds" -> text -> Instant.ofEpochSecond(wholeNumber(text));
            case "epoch_millis" -> text -> Instant.ofEpochMilli(wholeNumber(text));
            default -> pattern(wordOrPattern, zone);
        };
    }

    /** ISO 8601; also with a blank for the T, without offset, or a date alone. */
    static Function<String, Instant> iso(@Nullable ZoneId zone) {
        return text -> {
            String joined = text.indexOf(' ') == 10 ? text.replaceFirst(" ", "T") : text;
            return instant(isoParsed(joined), zone);
        };
    }

    private static TemporalAccessor isoParsed(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text);
        }
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
    }

    private static Function<String, Instant> pattern(String pattern, @Nullable ZoneId zone) {
        if (!Suggestion.forWord(pattern, WORDS).isEmpty()) {
            throw new IllegalArgumentException("A misspelt word, not a pattern: " + pattern);
        }
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return text -> instant(
                formatter.parseBest(
                        text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from),
                zone);
    }

    private static Instant instant(TemporalAccessor parsed, @Nullable ZoneId zone) {
        if (parsed instanceof ZonedDateTime || parsed instanceof OffsetDateTime) {
            return Instant.from(parsed);
        }
        if (zone == null) {
            throw new DateTimeException(NO_OFFSET);
        }
        LocalDateTime local = parsed instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(parsed);
        return local.atZone(zone).toInstant();
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new DateTimeException("it is no whole number", e);
        }
    }

    private TimeFormats() {}
}
