package io.sekisho.wire.mapping;

import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import io.sekisho.wire.mapping.Mapping.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that hold card numbers; nothing else may be made of them. */
final class CardColumns {

    private final MappingText text;

    CardColumns(MappingText text) {
        this.text = text;
    }

    static Set<String> of(List<FieldRule> fields) {
        return fields.stream()
                .filter(field -> field.as() == As.CARD_NUMBER)
                .flatMap(field -> field.origin() instanceof Origin.Column column
                        ? java.util.stream.Stream.of(column.name())
                        : java.util.stream.Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    void refuseOtherUses(Rules rules) {
        Set<String> cards = of(rules.fields());
        for (Origin.Column use : otherUses(rules)) {
            if (cards.contains(use.name())) {
                text.report(
                        use.place(),
                        "card_column_reused",
                        "the column " + EchoedText.quoted(use.name()) + " holds card numbers and can be used only"
                                + " as: card_number");
            }
        }
    }

    private static List<Origin.Column> otherUses(Rules rules) {
        List<Origin> uses = new ArrayList<>();
        uses.add(rules.type().origin());
        uses.add(rules.time().column());
        if (rules.id() != null) {
            uses.add(rules.id());
        }
        for (FieldRule field : rules.fields()) {
            if (field.as() != As.CARD_NUMBER) {
                uses.add(field.origin());
            }
            if (field.currency() != null) {
                uses.add(field.currency());
            }
        }
        LabelRule label = rules.label();
        if (label != null) {
            uses.add(label.column());
            if (label.knownAt() != null) {
                uses.add(label.knownAt().column());
            }
        }
        return uses.stream()
                .filter(Origin.Column.class::isInstance)
                .map(Origin.Column.class::cast)
                .toList();
    }
}
