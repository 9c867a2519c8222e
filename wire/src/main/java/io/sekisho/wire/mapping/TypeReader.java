package io.sekisho.wire.mapping;

import io.sekisho.wire.mapping.Mapping.TypeRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code type}: a constant, or a column and what its values mean. */
final class TypeReader {

    private final MappingText text;
    private final Section root;

    TypeReader(MappingText text, Section root) {
        this.text = text;
        this.root = root;
    }

    Optional<TypeRule> read() {
        if (!root.isObject("type")) {
            return root.requiredWord("type", "type: order.created")
                    .filter(this::isType)
                    .map(TypeReader::constant);
        }
        return root.section("type").flatMap(this::byColumn);
    }

    private static TypeRule constant(Word word) {
        return new TypeRule(new Origin.Constant(word.value(), word.place()), null);
    }

    private Optional<TypeRule> byColumn(Section section) {
        section.refuseKeysBut(List.of("column", "values"));
        Optional<Word> column = section.requiredWord("column", "{column: NAME, values: {TEXT: order.created}}");
        Optional<Section> values = section.requiredSection("values", "values: {TEXT: order.created}");
        if (column.isEmpty() || values.isEmpty()) {
            return Optional.empty();
        }
        Origin.Column origin =
                new Origin.Column(column.get().value(), column.get().place());
        return Optional.of(new TypeRule(origin, types(values.get())));
    }

    private Map<String, String> types(Section values) {
        Map<String, String> types = new LinkedHashMap<>();
        for (String value : values.keys()) {
            values.word(value).filter(this::isType).ifPresent(type -> types.put(value, type.value()));
        }
        if (values.keys().isEmpty()) {
            text.report(values.place(), "missing_key", "name at least one value and its event type");
        }
        return types;
    }

    private boolean isType(Word word) {
        if (EventShapes.isType(word.value())) {
            return true;
        }
        String clause = Suggestion.clause(word.value(), EventShapes.types());
        text.report(
                word.place(),
                "unknown_type",
                EchoedText.quoted(word.value()) + " is no event type" + clause
                        + " (types of your own begin with custom.)");
        return false;
    }
}
