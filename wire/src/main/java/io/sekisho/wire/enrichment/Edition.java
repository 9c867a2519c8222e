package io.sekisho.wire.enrichment;

import java.util.Optional;

/**
 * Which state of a source is loaded.
 *
 * @param date day of the data, ISO 8601; empty when there is no table
 * @param entries how many things the table lists
 * @param problem what is wrong with the table and what to do about it
 */
public record Edition(String date, int entries, Optional<String> problem) {
    static Edition of(String date, int entries) {
        return new Edition(date, entries, Optional.empty());
    }

    static Edition missing(String problem) {
        return new Edition("", 0, Optional.of(problem));
    }
}
