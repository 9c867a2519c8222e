package io.sekisho.wire.mapping;

import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import io.sekisho.wire.mapping.Mapping.TimeRule;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads {@code label}: which text of which column means fraud, and what the label is about. Stateless. */
final class LabelReader {

    private static final List<String> LABELS = List.of("takeover", "card_fraud", "first_party");
    private static final List<String> KINDS = List.of("event", "order", "account");
    private static final String EVENT = "event";
    private static final Map<String, String> ABOUT = Map.of("order", "order.order_id", "account", "account_id");

    private LabelReader() {}

    /** @param fields where the id of what the label is about must be */
    static Optional<LabelRule> read(YamlMapping mapping, List<FieldRule> fields) {
        Optional<Input.Column> column = Words.column(mapping, "{column: NAME, fraud_value: \"1\"}");
        mapping.required("fraud_value", "fraud_value: \"1\"");
        Set<String> fraud = Set.copyOf(Words.words(mapping, "fraud_value"));
        Set<String> honest = Set.copyOf(Words.words(mapping, "honest_value"));
        fraud.stream().filter(honest::contains).sorted().forEach(value -> reportBoth(mapping, value));
        String label =
                mapping.value("label").flatMap(value -> value.word(LABELS)).orElse("card_fraud");
        String kind =
                mapping.value("about_kind").flatMap(value -> value.word(KINDS)).orElse(EVENT);
        OptionalInt about = about(kind, fields);
        if (about.isEmpty() && !kind.equals(EVENT)) {
            mapping.problemAt(
                    "about_kind",
                    "missing_field",
                    "A label about an " + kind + " needs a field " + ABOUT.get(kind) + ".");
        }
        TimeRule knownAt = mapping.value("known_at")
                .flatMap(YamlValue::mapping)
                .flatMap(TimeReader::read)
                .orElse(null);
        mapping.finish();
        return column.map(name -> new LabelRule(name, fraud, honest, label, kind, about, knownAt));
    }

    private static OptionalInt about(String kind, List<FieldRule> fields) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).path().shape().equals(ABOUT.get(kind)))
                .findFirst();
    }

    private static void reportBoth(YamlMapping mapping, String value) {
        mapping.problemAt(
                "honest_value", "value_twice", EchoedText.quoted(value) + " cannot mean both fraud and honest.");
    }
}
