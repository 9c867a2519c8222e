package io.sekisho.wire.mapping;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Counts for an {@link ImportReport}. */
final class ImportTally {

    private final Map<Alteration, Long> altered = new EnumMap<>(Alteration.class);
    private long rows;
    private long events;
    private long labels;
    private long unlabelled;
    private long refused;
    private long problems;
    private long alteredRows;
    private long earlier;
    private Instant newest = Instant.MIN;

    void row() {
        rows++;
    }

    void refusedRow() {
        refused++;
    }

    void problem() {
        problems++;
    }

    void event(ImportedRow row, Set<Alteration> alterations, boolean lacksLabel) {
        events++;
        labels += row.label() == null ? 0 : 1;
        unlabelled += lacksLabel ? 1 : 0;
        alteredRows += alterations.isEmpty() ? 0 : 1;
        alterations.forEach(what -> altered.merge(what, 1L, Long::sum));
        if (row.time().isBefore(newest)) {
            earlier++;
        } else {
            newest = row.time();
        }
    }

    ImportReport report() {
        return new ImportReport(rows, events, labels, unlabelled, refused, problems, alteredRows, altered, earlier);
    }
}
