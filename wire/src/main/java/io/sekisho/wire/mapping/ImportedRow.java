package io.sekisho.wire.mapping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a good row became.
 *
 * @param values by field; null where the row says nothing
 * @param label null where the row has none
 */
record ImportedRow(
        String id,
        String type,
        Instant time,
        List<@Nullable Object> values,
        @Nullable LabelLine label) {

    /** A line of the labels' file. */
    record LabelLine(String about, String label, @Nullable Instant knownAt) {}
}
