package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Suggestion;
import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.Mapping.TimeRule;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a {@code {column, format, zone}} of the mapping. Stateless. */
final class TimeReader {

    private TimeReader() {}

    static Optional<TimeRule> read(YamlMapping mapping) {
        Optional<Input.Column> column = Words.column(mapping, "{column: NAME, format: iso}");
        ZoneId zone = mapping.value("zone").flatMap(TimeReader::zone).orElse(null);
        Optional<YamlValue> written = mapping.value("format");
        Optional<Function<String, Instant>> format =
                written.isEmpty() ? Optional.of(TimeFormats.iso(zone)) : written.flatMap(value -> format(value, zone));
        mapping.finish();
        return column.flatMap(input -> format.map(found -> new TimeRule(input, found)));
    }

    private static Optional<ZoneId> zone(YamlValue value) {
        Optional<String> name = Words.word(value);
        try {
            return name.map(ZoneId::of);
        } catch (DateTimeException e) {
            String text = name.orElse("");
            value.problem(
                    "timezone_unknown",
                    "There is no time zone " + EchoedText.quoted(text) + "."
                            + Suggestion.forWord(text, new TreeSet<>(ZoneId.getAvailableZoneIds())));
            return Optional.empty();
        }
    }

    private static Optional<Function<String, Instant>> format(YamlValue value, @Nullable ZoneId zone) {
        Optional<String> format = Words.word(value);
        try {
            return format.map(text -> TimeFormats.named(text, zone));
        } catch (IllegalArgumentException e) {
            String text = format.orElse("");
            value.problem(
                    "unknown_format",
                    EchoedText.quoted(text) + " is neither " + String.join(", ", TimeFormats.WORDS)
                            + " nor a pattern like \"yyyy-MM-dd HH:mm:ss\"."
                            + Suggestion.forWord(text, TimeFormats.WORDS));
            return Optional.empty();
        }
    }
}
