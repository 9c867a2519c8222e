package io.sekisho.wire.mapping;

import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import io.sekisho.wire.mapping.Mapping.TimeRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads {@code label}: which text of which column means fraud, and what the label is about. */
final class LabelReader {

    private static final List<String> LABELS = List.of("takeover", "card_fraud", "first_party");
    private static final List<String> KINDS = List.of("event", "order", "account");

    private static final String EVENT = "event";
    private static final Map<String, String> ABOUT = Map.of("order", "order.order_id", "account", "account_id");

    private final MappingText text;

    LabelReader(MappingText text) {
        this.text = text;
    }

    /** @param fields where the id of what the label is about must be */
    Optional<LabelRule> read(Section section, List<FieldRule> fields) {
        section.refuseKeysBut(List.of("column", "fraud_value", "honest_value", "label", "about_kind", "known_at"));
        Optional<Word> column = section.requiredWord("column", "{column: NAME, fraud_value: \"1\"}");
        Set<String> fraud = values(section, "fraud_value");
        Set<String> honest = values(section, "honest_value");
        if (!section.has("fraud_value")) {
            text.report(section.place(), "missing_key", "\"fraud_value\" is missing; write fraud_value: \"1\"");
        }
        fraud.stream().filter(honest::contains).sorted().forEach(value -> reportBoth(section, value));
        String label = section.choice("label", LABELS).map(Word::value).orElse("card_fraud");
        String kind = section.choice("about_kind", KINDS).map(Word::value).orElse(EVENT);
        OptionalInt about = about(kind, fields);
        if (about.isEmpty() && !kind.equals(EVENT)) {
            text.report(
                    section.placeOf("about_kind"),
                    "missing_field",
                    "a label about an " + kind + " needs a field " + ABOUT.get(kind));
        }
        TimeRule knownAt = section.section("known_at")
                .flatMap(known -> new TimeReader(text).read(known))
                .orElse(null);
        return column.map(name -> new LabelRule(
                new Origin.Column(name.value(), name.place()), fraud, honest, label, kind, about, knownAt));
    }

    private static OptionalInt about(String kind, List<FieldRule> fields) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).path().shape().equals(ABOUT.get(kind)))
                .findFirst();
    }

    private static Set<String> values(Section section, String key) {
        return section.words(key).stream().map(Word::value).collect(Collectors.toUnmodifiableSet());
    }

    private void reportBoth(Section section, String value) {
        text.report(
                section.placeOf("honest_value"),
                "value_twice",
                EchoedText.quoted(value) + " cannot mean both fraud and honest");
    }
}
