package io.sekisho.wire.mapping;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.ImportedRow.LabelLine;
import io.sekisho.wire.mapping.Mapping.FieldRule;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import io.sekisho.wire.mapping.Mapping.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping bound to the columns of one file. */
final class RowReader {

    private final Rules rules;
    private final int width;
    private final Cell type;
    private final @Nullable Cell id;
    private final TimeValue time;
    private final List<ValueReader> fields = new ArrayList<>();
    private final @Nullable LabelValue label;

    /** Binds; what does not fit is reported to {@code columns}' text. */
    RowReader(Rules rules, HeaderColumns columns, CardTokens tokens) {
        this.rules = rules;
        this.width = columns.width();
        this.type = columns.cell(rules.type().input());
        this.id = rules.id() == null ? null : columns.cell(rules.id());
        this.time = new TimeValue(columns.cell(rules.time().column()), rules.time());
        Set<EventType> types = rules.type().known();
        for (FieldRule field : rules.fields()) {
            fields.add(reader(field, types, columns, tokens));
        }
        LabelRule labelRule = rules.label();
        this.label = labelRule == null ? null : new LabelValue(labelRule, columns);
    }

    private ValueReader reader(FieldRule field, Set<EventType> types, HeaderColumns columns, CardTokens tokens) {
        Cell cell = columns.cell(field.input());
        return switch (field.as()) {
            case TEXT -> ValueReaders.text(cell, DataShapes.formAt(types, field.path()));
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

    /**
     * Reads a row, and leaves in it what is wrong with it; then the answer is good only to look for more. Empty where
     * nothing more can be looked for.
     */
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
        LabelLine line = label == null ? null : label.read(row, eventId, values);
        return typeName.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImportedRow(eventId, typeName, at == null ? Instant.EPOCH : at, values, line));
    }

    /** A check for what this reader reads. */
    ContractCheck contractCheck() {
        return new ContractCheck(
                rules.data(),
                rules.fields().stream().map(field -> name(field.input())).toList(),
                rules.id() == null ? "" : rules.id().name());
    }

    private static String name(Input input) {
        return input instanceof Input.Column column ? column.name() : "";
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
                    EchoedText.quoted(text) + " is not among the mapping's type values."
                            + EchoedText.printable(Suggestion.forWord(text, types.keySet())));
            return "";
        }
        return name;
    }

    private String eventId(Row row) {
        if (id == null) {
            return "line-" + row.line();
        }
        String text = ValueReaders.trimmed(row, id);
        if (text == null && id.text(row).isBlank()) {
            id.refuse(row, "missing", "the row has no id");
        }
        return text == null ? "" : text;
    }

    private List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (int field = 0; field < fields.size(); field++) {
            values.add(row.value(field, fields.get(field)));
        }
        return values;
    }
}
