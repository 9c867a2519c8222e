package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import io.sekisho.wire.mapping.Mapping.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that hold card numbers; nothing else may be made of them. Stateless. */
final class CardColumns {

    private CardColumns() {}

    static void reportOtherUses(Rules rules, Consumer<Problem> problems) {
        Set<String> cards = columns(rules.fields().stream()
                        .filter(field -> field.as() == As.CARD_NUMBER)
                        .map(FieldRule::input))
                .map(Input.Column::name)
                .collect(Collectors.toUnmodifiableSet());
        columns(otherUses(rules).stream())
                .filter(use -> cards.contains(use.name()))
                .forEach(use -> problems.accept(Problem.error(
                        use.origin(),
                        "card_column_reused",
                        "The column " + EchoedText.quoted(use.name()) + " holds card numbers and can be used only as:"
                                + " card_number.")));
    }

    private static Stream<Input.Column> columns(Stream<Input> inputs) {
        return inputs.filter(Input.Column.class::isInstance).map(Input.Column.class::cast);
    }

    private static List<Input> otherUses(Rules rules) {
        List<Input> uses = new ArrayList<>();
        uses.add(rules.type().input());
        uses.add(rules.time().column());
        if (rules.id() != null) {
            uses.add(rules.id());
        }
        for (FieldRule field : rules.fields()) {
            if (field.as() != As.CARD_NUMBER) {
                uses.add(field.input());
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
        return uses;
    }
}
