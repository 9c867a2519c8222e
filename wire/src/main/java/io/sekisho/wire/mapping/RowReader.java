package io.sekisho.wire.mapping;

import io.sekisho.wire.mapping.ImportedRow.LabelLine;
import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import io.sekisho.wire.mapping.Mapping.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A mapping bound to the columns of one file. */
final class RowReader {

    private final Rules rules;
    private final int width;
    private final Cell type;
    private final @Nullable Cell id;
    private final TimeValue time;
    private final List<ValueReader> fields = new ArrayList<>();
    private final Map<String, List<Need>> needs = new TreeMap<>();
    private final @Nullable LabelValue label;

    /** Something required, and the fields of which at least one must have a value. */
    private record Need(String required, List<Integer> fields, String column) {}

    /** Binds; what does not fit is reported to {@code columns}' text. */
    RowReader(Rules rules, HeaderColumns columns, CardTokens tokens) {
        this.rules = rules;
        this.width = columns.width();
        this.type = columns.cell(rules.type().origin());
        this.id = rules.id() == null ? null : columns.cell(rules.id());
        this.time = new TimeValue(columns.cell(rules.time().column()), rules.time());
        for (FieldRule field : rules.fields()) {
            fields.add(reader(field, columns, tokens));
        }
        rules.type().all().forEach(name -> needs.put(name, needsOf(name)));
        LabelRule labelRule = rules.label();
        this.label = labelRule == null ? null : new LabelValue(labelRule, columns);
    }

    private ValueReader reader(FieldRule field, HeaderColumns columns, CardTokens tokens) {
        Cell cell = columns.cell(field.origin());
        return switch (field.as()) {
            case TEXT -> ValueReaders.text(cell, field.path());
            case INTEGER -> ValueReaders.whole(cell);
            case NUMBER -> ValueReaders.number(cell);
            case BOOLEAN -> ValueReaders.flag(cell);
            case CARD_NUMBER ->
                new CardNumberReader(cell, field.part() == null ? CardPart.TOKEN : field.part(), tokens);
            case DECIMAL_MONEY -> {
                Cell currency = field.currency() == null ? Cell.ofConstant("") : columns.cell(field.currency());
                yield new DecimalMoney(cell, currency, rules.money());
            }
        };
    }

    private List<Need> needsOf(String name) {
        List<Need> found = new ArrayList<>();
        for (String required : EventShapes.requiredOf(name)) {
            List<Integer> filling = IntStream.range(0, rules.fields().size())
                    .filter(i -> EventShapes.fills(rules.fields().get(i).path().shape(), required))
                    .boxed()
                    .toList();
            Origin origin = rules.fields().get(filling.getFirst()).origin();
            found.add(new Need(required, filling, origin instanceof Origin.Column column ? column.name() : ""));
        }
        return found;
    }

    /** Reads a row, or leaves in it what is wrong with it. */
    Optional<ImportedRow> read(Row row) {
        if (row.width() != width) {
            row.refuse(
                    "",
                    "column_count",
                    "the row has " + row.width() + " columns, the header " + width
                            + "; is a quote or a separator missing?");
            return Optional.empty();
        }
        String typeName = typeName(row);
        String eventId = eventId(row);
        Instant at = time.read(row, false);
        List<@Nullable Object> values = values(row);
        requireAll(row, typeName, values);
        LabelLine line = label == null ? null : label.read(row, eventId, values);
        if (!row.isGood() || at == null) {
            return Optional.empty();
        }
        return Optional.of(new ImportedRow(eventId, typeName, at, values, line));
    }

    /** Whether the row was to have a label and has none. */
    boolean lacksLabel(ImportedRow row) {
        return label != null && row.label() == null;
    }

    private String typeName(Row row) {
        String text = type.text(row);
        Map<String, String> types = rules.type().types();
        if (types == null) {
            return text;
        }
        String name = types.get(text);
        if (name == null) {
            type.refuse(
                    row,
                    "unknown_value",
                    EchoedText.quoted(text) + " is not among the mapping's type values"
                            + Suggestion.clause(text, types.keySet()));
            return "";
        }
        return name;
    }

    private String eventId(Row row) {
        if (id == null) {
            return "line-" + row.line();
        }
        String text = ValueReaders.trimmed(row, id);
        if (text == null && row.isGood()) {
            id.refuse(row, "empty_value", "the row has no id");
        }
        return text == null ? "" : text;
    }

    private List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (ValueReader field : fields) {
            values.add(field.read(row));
        }
        return values;
    }

    private void requireAll(Row row, String typeName, List<@Nullable Object> values) {
        for (Need need : needs.getOrDefault(typeName, List.of())) {
            boolean isMissing = need.fields().stream().allMatch(field -> values.get(field) == null);
            if (isMissing && row.isGood()) {
                row.refuse(need.column(), "empty_value", typeName + " needs " + need.required());
            }
        }
    }
}
