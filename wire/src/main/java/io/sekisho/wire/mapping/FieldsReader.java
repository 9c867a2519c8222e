package io.sekisho.wire.mapping;

import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.mapping.Mapping.FieldRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code fields}: what stands where in an event's {@code data}. */
final class FieldsReader {

    private static final List<String> KEYS = List.of("column", "value", "as", "currency");

    private final MappingText text;
    private final Set<String> types;
    private final List<FieldRule> rules = new ArrayList<>();
    private final DataTree.Builder tree;

    /** @param types the event types that the mapping makes */
    FieldsReader(MappingText text, Set<String> types) {
        this.text = text;
        this.types = types;
        this.tree = new DataTree.Builder(text);
    }

    List<FieldRule> read(Section root) {
        Optional<Section> fields = root.requiredSection("fields", "fields: {account_id: {column: NAME}}");
        if (fields.isEmpty()) {
            return List.of();
        }
        for (String key : fields.get().keys()) {
            field(fields.get(), key);
        }
        tree.reportGaps(fields.get().place());
        reportUnfilled(fields.get());
        return rules;
    }

    /** What the paths read so far draw. */
    DataTree tree() {
        return tree.root();
    }

    private void field(Section fields, String key) {
        Optional<DataPath> path = DataPath.parse(key);
        if (path.isEmpty()) {
            text.report(
                    fields.placeOf(key),
                    "bad_path",
                    EchoedText.quoted(key) + " is no path; write names with dots and [0] for lists, as in"
                            + " order.items[0].sku");
        }
        fields.section(key).ifPresent(section -> {
            section.refuseKeysBut(KEYS);
            As as = section.choice("as", As.words())
                    .map(word -> As.named(word.value()))
                    .orElse(As.TEXT);
            Optional<Origin> origin = origin(section);
            Origin currency = currency(section, as);
            if (path.isPresent() && origin.isPresent()) {
                reportUnexpected(path.get(), as, section);
                add(new FieldRule(path.get(), origin.get(), as, currency, null), fields.placeOf(key));
            }
        });
    }

    private Optional<Origin> origin(Section section) {
        if (section.has("column") == section.has("value")) {
            text.report(
                    section.place(),
                    "column_or_value",
                    "write either column: NAME or value: TEXT, exactly one of them");
            return Optional.empty();
        }
        if (section.has("column")) {
            return section.word("column").map(word -> new Origin.Column(word.value(), word.place()));
        }
        return section.word("value").map(this::constant);
    }

    private Origin constant(Word word) {
        if (CardNumbers.isIn(word.value())) {
            text.report(word.place(), "card_number_found", "a card number may stand nowhere; take it out");
        }
        return new Origin.Constant(word.value(), word.place());
    }

    private @Nullable Origin currency(Section section, As as) {
        if (as != As.DECIMAL_MONEY) {
            if (section.has("currency")) {
                text.report(section.placeOf("currency"), "not_money", "a currency needs as: decimal_money");
            }
            return null;
        }
        if (section.isObject("currency")) {
            return section.section("currency").flatMap(this::currencyColumn).orElse(null);
        }
        return section.requiredWord("currency", "currency: USD, or currency: {column: NAME}")
                .map(this::currencyConstant)
                .orElse(null);
    }

    private Optional<Origin> currencyColumn(Section section) {
        section.refuseKeysBut(List.of("column"));
        return section.requiredWord("column", "currency: {column: NAME}")
                .map(word -> new Origin.Column(word.value(), word.place()));
    }

    private Origin currencyConstant(Word word) {
        if (!CurrencyReplacement.isKnown(word.value())) {
            text.report(
                    word.place(),
                    "unknown_currency",
                    EchoedText.quoted(word.value()) + " is no code of ISO 4217; three capital letters such as USD");
        }
        return new Origin.Constant(word.value(), word.place());
    }

    private void reportUnexpected(DataPath path, As as, Section section) {
        EventShapes.expected(path).filter(expected -> expected != as).ifPresent(expected -> {
            String example = expected == As.DECIMAL_MONEY ? ", currency: USD" : "";
            text.report(
                    section.has("as") ? section.placeOf("as") : section.place(),
                    "wrong_kind",
                    "the contract wants this as: " + expected.word() + example);
        });
    }

    private void add(FieldRule rule, Place place) {
        if (rule.as() != As.CARD_NUMBER) {
            addLeaf(rule, rule.path(), null, place);
            return;
        }
        if (rule.origin() instanceof Origin.Constant constant) {
            text.report(constant.place(), "constant_card", "a card number comes from a column, never from here");
        }
        if (!rule.path().endsWith("card")) {
            addLeaf(rule, rule.path(), CardPart.of(rule.path()), place);
            return;
        }
        for (CardPart part : CardPart.values()) {
            addLeaf(rule, rule.path().then(part.member()), part, place);
        }
    }

    private void addLeaf(FieldRule rule, DataPath path, @Nullable CardPart part, Place place) {
        tree.add(path, rules.size(), place);
        rules.add(new FieldRule(path, rule.origin(), rule.as(), rule.currency(), part));
    }

    private void reportUnfilled(Section fields) {
        List<DataPath> paths = rules.stream().map(FieldRule::path).toList();
        List<String> shapes = paths.stream().map(DataPath::shape).toList();
        for (String type : types.stream().sorted().toList()) {
            for (String required : EventShapes.unfilled(type, paths)) {
                String near = Suggestion.nearest(required, shapes)
                        .map(shape -> "; is " + EchoedText.quoted(shape) + " meant to be it?")
                        .orElse("");
                text.report(fields.place(), "missing_field", type + " needs " + required + near);
            }
        }
    }
}
