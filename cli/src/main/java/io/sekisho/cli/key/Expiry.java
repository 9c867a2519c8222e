package io.sekisho.cli.key;

import io.sekisho.cli.console.UnusableException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a key expires, as it is written on the command line. */
final class Expiry {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smhd])");

    private Expiry() {}

    /** A span from now on ({@code 90d}), a day (its first moment in UTC), or a moment with its offset. */
    static Instant of(String text, Instant now) {
        Instant expiry = parse(text, now);
        if (!expiry.isAfter(now)) {
            throw new UnusableException("--expires " + text + " is in the past; the key would never open anything.");
        }
        return expiry;
    }

    private static Instant parse(String text, Instant now) {
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            return now.plus(unit(span.group(2)).multipliedBy(Long.parseLong(span.group(1))));
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException unknown) {
            throw new UnusableException(
                    "--expires takes a span (90d, 12h, 30m), a day (2027-01-31) or a moment with its offset"
                            + " (2027-01-31T09:00:00+09:00).",
                    unknown);
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
