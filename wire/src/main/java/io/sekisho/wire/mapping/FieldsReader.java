package io.sekisho.wire.mapping;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Shape;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code fields}: what stands where in an event's {@code data}. */
final class FieldsReader {

    private final Set<EventType> types;
    private final Consumer<Problem> problems;
    private final List<FieldRule> rules = new ArrayList<>();

    /** Where the path of each rule stands. */
    private final List<Origin> origins = new ArrayList<>();

    private final DataTree.Builder tree;

    /** @param types the event types that the mapping makes */
    FieldsReader(Set<EventType> types, Consumer<Problem> problems) {
        this.types = types;
        this.problems = problems;
        this.tree = new DataTree.Builder(problems);
    }

    List<FieldRule> read(YamlMapping root) {
        Optional<YamlMapping> fields =
                root.required("fields", "fields: {account_id: {column: NAME}}").flatMap(YamlValue::mapping);
        fields.ifPresent(mapping -> {
            mapping.forEach(
                    (path, value) -> value.mapping().ifPresent(field -> field(mapping.origin(path), path, field)));
            tree.reportGaps(mapping.origin());
            reportUnfilled(mapping);
        });
        return rules;
    }

    /** What the paths read so far draw. */
    DataTree tree() {
        return tree.root();
    }

    private void field(Origin origin, String writtenPath, YamlMapping field) {
        Optional<DataPath> path = DataPath.parse(writtenPath);
        if (path.isEmpty()) {
            problems.accept(Problem.error(
                    origin,
                    "bad_path",
                    EchoedText.quoted(writtenPath) + " is no path; write names with dots and [0] for lists, as in"
                            + " order.items[0].sku."));
        }
        As as = field.value("as")
                .flatMap(value -> value.word(As.words()))
                .map(As::named)
                .orElse(As.TEXT);
        Optional<Input> input = input(field);
        Input currency = currency(field, as);
        field.finish();
        if (path.isPresent() && input.isPresent()) {
            reportMisfit(path.get(), as, field);
            reportUnknownWord(path.get(), field);
            add(new FieldRule(path.get(), input.get(), as, currency, null), origin);
        }
    }

    private static Optional<Input> input(YamlMapping field) {
        Optional<YamlValue> column = field.value("column");
        Optional<YamlValue> value = field.value("value");
        if (column.isPresent() == value.isPresent()) {
            field.problem("column_or_value", "Write either column: NAME or value: TEXT, exactly one of them.");
            return Optional.empty();
        }
        return column.isPresent()
                ? column.flatMap(Words::column).map(Input.class::cast)
                : value.flatMap(constant -> MappingReader.withoutCardNumber(constant)
                        .map(text -> new Input.Constant(text, constant.origin())));
    }

    private static @Nullable Input currency(YamlMapping field, As as) {
        if (as != As.DECIMAL_MONEY) {
            if (field.value("currency").isPresent()) {
                field.problemAt("currency", "not_money", "A currency needs as: decimal_money.");
            }
            return null;
        }
        Optional<YamlValue> written = field.required("currency", "currency: USD, or currency: {column: NAME}");
        Optional<? extends Input> currency =
                written.isPresent() && written.get().isMapping()
                        ? written.get().mapping().flatMap(Words::columnAlone)
                        : written.flatMap(value ->
                                MoneyReader.currency(value).map(code -> new Input.Constant(code, value.origin())));
        return currency.orElse(null);
    }

    private void reportMisfit(DataPath path, As as, YamlMapping field) {
        types.stream()
                .flatMap(type -> DataShapes.wantedInstead(type, path, as).stream())
                .findFirst()
                .ifPresent(wanted -> field.problemAt("as", "wrong_kind", "Here the contract wants " + wanted + "."));
    }

    /** A constant that every row would be refused for is named once, here. */
    private void reportUnknownWord(DataPath path, YamlMapping field) {
        for (EventType type : types) {
            if (DataShapes.at(type, path).orElse(null) instanceof Shape.Choice choice) {
                field.value("value").ifPresent(value -> value.word(choice.words()));
                return;
            }
        }
    }

    private void add(FieldRule rule, Origin origin) {
        if (rule.as() != As.CARD_NUMBER) {
            addLeaf(rule, rule.path(), null, origin);
            return;
        }
        if (rule.input() instanceof Input.Constant constant) {
            problems.accept(Problem.error(
                    constant.origin(), "constant_card", "A card number comes from a column, never from here."));
        }
        if (!rule.path().endsWith("card")) {
            addLeaf(rule, rule.path(), CardPart.of(rule.path()), origin);
            return;
        }
        for (CardPart part : CardPart.values()) {
            addLeaf(rule, rule.path().then(part.member()), part, origin);
        }
    }

    private void addLeaf(FieldRule rule, DataPath path, @Nullable CardPart part, Origin origin) {
        tree.add(path, rules.size(), origin);
        origins.add(origin);
        rules.add(new FieldRule(path, rule.input(), rule.as(), rule.currency(), part));
    }

    private void reportUnfilled(YamlMapping fields) {
        for (EventType type : types) {
            for (String required : DataShapes.required(type)) {
                if (rules.stream().noneMatch(rule -> DataShapes.fills(rule.path(), required))) {
                    reportUnfilled(fields, type.typeName() + " needs " + required + ".", required);
                }
            }
        }
    }

    /** At the path that was probably meant to be it, else at the whole. */
    private void reportUnfilled(YamlMapping fields, String detail, String required) {
        for (int i = 0; i < rules.size(); i++) {
            String suggestion = Suggestion.forWord(rules.get(i).path().shape(), List.of(required));
            if (!suggestion.isEmpty()) {
                problems.accept(Problem.error(origins.get(i), "missing_field", detail + suggestion));
                return;
            }
        }
        fields.problem("missing_field", detail);
    }
}
