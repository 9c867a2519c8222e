package io.sekisho.wire.mapping;

import io.sekisho.wire.mapping.Mapping.TimeRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a {@code {column, format, zone}} of the mapping. */
final class TimeReader {

    private final MappingText text;

    TimeReader(MappingText text) {
        this.text = text;
    }

    Optional<TimeRule> read(Section section) {
        section.refuseKeysBut(List.of("column", "format", "zone"));
        Optional<Word> column = section.requiredWord("column", "{column: NAME, format: iso}");
        ZoneId zone = section.word("zone").flatMap(this::zone).orElse(null);
        Optional<Function<String, Instant>> format = format(section, zone);
        if (column.isEmpty() || format.isEmpty()) {
            return Optional.empty();
        }
        Word name = column.get();
        return Optional.of(new TimeRule(new Origin.Column(name.value(), name.place()), format.get()));
    }

    private Optional<ZoneId> zone(Word word) {
        try {
            return Optional.of(ZoneId.of(word.value()));
        } catch (DateTimeException e) {
            String clause = Suggestion.clause(
                    word.value(), ZoneId.getAvailableZoneIds().stream().sorted().toList());
            text.report(word.place(), "unknown_zone", EchoedText.quoted(word.value()) + " is no time zone" + clause);
            return Optional.empty();
        }
    }

    private Optional<Function<String, Instant>> format(Section section, @Nullable ZoneId zone) {
        Optional<Word> word = section.word("format");
        if (word.isEmpty()) {
            return section.has("format") ? Optional.empty() : Optional.of(TimeFormats.iso(zone));
        }
        try {
            return Optional.of(TimeFormats.named(word.get().value(), zone));
        } catch (IllegalArgumentException e) {
            String clause = Suggestion.clause(word.get().value(), TimeFormats.WORDS);
            text.report(
                    word.get().place(),
                    "unknown_format",
                    EchoedText.quoted(word.get().value()) + " is neither a word for a format nor a pattern like"
                            + " \"yyyy-MM-dd HH:mm:ss\"" + clause);
            return Optional.empty();
        }
    }
}
