package io.sekisho.wire.mapping;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.feature.EventTypes;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.Mapping.TypeRule;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code type}: a constant, or a column and what its values mean. Stateless. */
final class TypeReader {

    private TypeReader() {}

    static Optional<TypeRule> read(YamlMapping root) {
        Optional<YamlValue> value = root.required("type", "type: order.created");
        return value.isPresent() && value.get().isMapping()
                ? value.get().mapping().flatMap(TypeReader::byColumn)
                : value.filter(TypeReader::isType).map(TypeReader::constant);
    }

    private static TypeRule constant(YamlValue value) {
        String name = value.text().map(Sourced::text).orElse("");
        return new TypeRule(new Input.Constant(name, value.origin()), null);
    }

    private static Optional<TypeRule> byColumn(YamlMapping mapping) {
        Optional<Input.Column> column = Words.column(mapping, "{column: NAME, values: {TEXT: order.created}}");
        Optional<Map<String, String>> types = mapping.required("values", "values: {TEXT: order.created}")
                .flatMap(YamlValue::mapping)
                .map(TypeReader::types);
        mapping.finish();
        return column.flatMap(input -> types.map(known -> new TypeRule(input, known)));
    }

    private static Map<String, String> types(YamlMapping values) {
        Map<String, String> types = new LinkedHashMap<>();
        values.forEach((text, value) -> {
            if (isType(value)) {
                value.text().ifPresent(type -> types.put(text, type.text()));
            }
        });
        if (values.isEmpty()) {
            values.problem("missing", "Name at least one value and its event type.");
        }
        return types;
    }

    private static boolean isType(YamlValue value) {
        Optional<String> name = Words.word(value);
        if (name.isPresent() && EventType.named(name.get()).isEmpty()) {
            value.problem("unknown_type", EventTypes.unknown(EchoedText.withoutLongNumbers(name.get())));
        }
        return name.flatMap(EventType::named).isPresent();
    }
}
