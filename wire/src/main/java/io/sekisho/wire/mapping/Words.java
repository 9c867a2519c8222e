package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Sourced;
import io.sekisho.wire.mapping.Input.Column;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** The small forms that come again and again in a mapping file. Stateless. */
final class Words {

    private Words() {}

    /** A text that is not empty; an empty one is a problem. */
    static Optional<String> word(YamlValue value) {
        Optional<String> word = value.text().map(Sourced::text);
        if (word.isPresent() && word.get().isEmpty()) {
            value.problem("empty_value", "A value is missing here.");
            return Optional.empty();
        }
        return word;
    }

    static Optional<String> word(YamlMapping mapping, String key) {
        return mapping.value(key).flatMap(Words::word);
    }

    /** One text or a list of them. */
    static List<String> words(YamlMapping mapping, String key) {
        return mapping
                .value(key)
                .map(value -> value.isList() ? value.elements() : List.of(value))
                .orElse(List.of())
                .stream()
                .flatMap(value -> word(value).stream())
                .toList();
    }

    /** The key {@code column} of a mapping that must have it. */
    static Optional<Column> column(YamlMapping mapping, String example) {
        return mapping.required("column", example).flatMap(Words::column);
    }

    static Optional<Column> column(YamlValue value) {
        return word(value).map(name -> new Column(name, value.origin()));
    }

    /** {@code {column: NAME}} and nothing else. */
    static Optional<Column> columnAlone(YamlMapping mapping) {
        Optional<Column> column = column(mapping, "{column: NAME}");
        mapping.finish();
        return column;
    }
}
