package io.sekisho.wire.mapping;

import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import io.sekisho.wire.mapping.Mapping.MoneyRule;
import io.sekisho.wire.mapping.Mapping.Rules;
import io.sekisho.wire.mapping.Mapping.TimeRule;
import io.sekisho.wire.mapping.Mapping.TypeRule;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a mapping file and names everything that is wrong with it at once. */
public final class MappingReader {

    private static final List<String> KEYS =
            List.of("type", "source", "id", "time", "fields", "label", "rounding", "unknown_currency", "card_key");

    private final MappingText text;

    private MappingReader(MappingText text) {
        this.text = text;
    }

    /** What came of reading a mapping file. */
    public sealed interface Reading {
        record Usable(Mapping mapping) implements Reading {}

        record Unusable(List<ImportProblem> problems) implements Reading {
            public Unusable {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Reads a mapping.
     *
     * @param file the name to show in problems
     */
    public static Reading read(String file, String yaml) {
        MappingText text = new MappingText(file, yaml);
        Optional<Rules> rules = new MappingReader(text).rules(yaml);
        if (rules.isEmpty() || !text.isSound()) {
            return new Reading.Unusable(text.problems());
        }
        return new Reading.Usable(new Mapping(text, rules.get()));
    }

    private Optional<Rules> rules(String yaml) {
        return compose(yaml).flatMap(node -> Section.of(text, node, "")).flatMap(this::rules);
    }

    private Optional<Node> compose(String yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                text.report(new Place("", 1, 1), "empty_file", "the mapping says nothing; see docs/guide/import.md");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            text.report(placeOf(e.getProblemMark()), "not_yaml", "this is no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            text.report(new Place("", 1, 1), "not_yaml", "this is no YAML; a character may be out of place");
        }
        return Optional.empty();
    }

    private static Place placeOf(@Nullable Mark mark) {
        return mark == null ? new Place("", 1, 1) : Place.of("", mark);
    }

    private Optional<Rules> rules(Section root) {
        root.refuseKeysBut(KEYS);
        Optional<TypeRule> type = new TypeReader(text, root).read();
        Origin.@Nullable Column id =
                root.section("id").flatMap(this::columnOnly).orElse(null);
        Optional<TimeRule> time = root.requiredSection("time", "time: {column: NAME, format: iso}")
                .flatMap(section -> new TimeReader(text).read(section));
        FieldsReader fields = new FieldsReader(text, type.map(TypeRule::all).orElse(Set.of()));
        List<FieldRule> fieldRules = fields.read(root);
        LabelRule label = root.section("label")
                .flatMap(section -> new LabelReader(text).read(section, fieldRules))
                .orElse(null);
        MoneyRule money = new MoneyReader(text).read(root);
        String source = root.word("source").map(this::withoutCardNumber).orElse(null);
        String cardKey = root.word("card_key").map(Word::value).orElse(null);
        if (type.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        Rules rules = new Rules(type.get(), source, id, time.get(), fieldRules, fields.tree(), label, money, cardKey);
        new CardColumns(text).refuseOtherUses(rules);
        return Optional.of(rules);
    }

    private Optional<Origin.Column> columnOnly(Section section) {
        section.refuseKeysBut(List.of("column"));
        return section.requiredWord("column", "{column: NAME}")
                .map(word -> new Origin.Column(word.value(), word.place()));
    }

    private String withoutCardNumber(Word source) {
        if (CardNumbers.isIn(source.value())) {
            text.report(source.place(), "card_number_found", "a card number may stand nowhere; take it out");
        }
        return source.value();
    }
}
