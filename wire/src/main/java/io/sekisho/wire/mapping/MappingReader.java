package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import io.sekisho.wire.mapping.Mapping.MoneyRule;
import io.sekisho.wire.mapping.Mapping.Rules;
import io.sekisho.wire.mapping.Mapping.TimeRule;
import io.sekisho.wire.mapping.Mapping.TypeRule;
import io.sekisho.wire.yaml.YamlFile;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a mapping file and names everything that is wrong with it at once. */
public final class MappingReader {

    /** From the top of the file to its end. */
    static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            Problem::origin, Comparator.comparingInt(Origin::line).thenComparingInt(Origin::column));

    private final YamlMapping root;
    private final Consumer<Problem> problems;

    private MappingReader(YamlMapping root, Consumer<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    /** What came of reading a mapping file. */
    public sealed interface Reading {

        record Usable(Mapping mapping) implements Reading {}

        record Unusable(List<Problem> problems) implements Reading {
            public Unusable {
                problems = problems.stream().sorted(BY_PLACE).toList();
            }
        }
    }

    /**
     * Reads a mapping.
     *
     * @param file the name to show in problems
     */
    public static Reading read(String file, String yaml) {
        List<Problem> problems = new ArrayList<>();
        Optional<Rules> rules = YamlFile.parse(yaml, file, problems::add)
                .flatMap(YamlValue::mapping)
                .flatMap(root -> new MappingReader(root, problems::add).rules());
        return rules.isPresent() && problems.isEmpty()
                ? new Reading.Usable(new Mapping(rules.get()))
                : new Reading.Unusable(problems);
    }

    private Optional<Rules> rules() {
        Optional<TypeRule> type = TypeReader.read(root);
        String source =
                root.value("source").flatMap(MappingReader::withoutCardNumber).orElse(null);
        Input.Column id = root.value("id")
                .flatMap(YamlValue::mapping)
                .flatMap(Words::columnAlone)
                .orElse(null);
        Optional<TimeRule> time = root.required("time", "time: {column: NAME, format: iso}")
                .flatMap(YamlValue::mapping)
                .flatMap(TimeReader::read);
        FieldsReader fields = new FieldsReader(type.map(TypeRule::known).orElse(Set.of()), problems);
        List<FieldRule> fieldRules = fields.read(root);
        LabelRule label = root.mapping("label")
                .flatMap(mapping -> LabelReader.read(mapping, fieldRules))
                .orElse(null);
        MoneyRule money = MoneyReader.read(root);
        String cardKey = Words.word(root, "card_key").orElse(null);
        root.finish();
        if (type.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        Rules rules = new Rules(type.get(), source, id, time.get(), fieldRules, fields.tree(), label, money, cardKey);
        CardColumns.reportOtherUses(rules, problems);
        return Optional.of(rules);
    }

    /** A text that events carry from here: a card number in it is a problem. */
    static Optional<String> withoutCardNumber(YamlValue value) {
        Optional<String> word = Words.word(value);
        if (word.isPresent() && CardNumbers.isIn(word.get())) {
            value.problem("card_number", "A card number stands here, and may stand nowhere: take it out.");
        }
        return word;
    }
}
