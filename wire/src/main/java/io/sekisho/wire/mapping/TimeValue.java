package io.sekisho.wire.mapping;

import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.Mapping.TimeRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads a time from its column. */
final class TimeValue {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Cell cell;
    private final TimeRule rule;

    TimeValue(Cell cell, TimeRule rule) {
        this.cell = cell;
        this.rule = rule;
    }

    /** The time, cut to milliseconds; null where the row has none, which is refused unless it may be empty. */
    @Nullable
    Instant read(Row row, boolean mayBeEmpty) {
        String text = cell.text(row).strip();
        if (!text.isEmpty()) {
            return parsed(row, text);
        }
        if (!mayBeEmpty) {
            cell.refuse(row, "missing", "the row has no time");
        }
        return null;
    }

    private @Nullable Instant parsed(Row row, String text) {
        try {
            Instant time = rule.format().apply(text);
            if (time.isBefore(EARLIEST) || !time.isBefore(END)) {
                refuse(row, text, "is not between the years 1970 and 9998; look at the mapping's time format");
                return null;
            }
            return cut(row, time);
        } catch (DateTimeException e) {
            boolean lacksOffset = TimeFormats.NO_OFFSET.equals(e.getMessage());
            refuse(row, text, lacksOffset ? TimeFormats.NO_OFFSET : "is no time of the mapping's format");
            return null;
        }
    }

    private static Instant cut(Row row, Instant time) {
        Instant cut = time.truncatedTo(ChronoUnit.MILLIS);
        if (!cut.equals(time)) {
            row.altered(Alteration.TIME_TRUNCATED);
        }
        return cut;
    }

    private void refuse(Row row, String text, String why) {
        cell.refuse(row, "bad_time", EchoedText.quoted(text) + " " + why);
    }
}
