package io.sekisho.client;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** RFC 3339 times with an offset, to the millisecond. Stateless. */
final class Times {

    private Times() {}

    /** Finer parts than milliseconds are cut off. */
    static String format(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.MILLIS));
    }
}
