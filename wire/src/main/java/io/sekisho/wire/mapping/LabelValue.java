package io.sekisho.wire.mapping;

import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.ImportedRow.LabelLine;
import io.sekisho.wire.mapping.Mapping.LabelRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a row's label. */
final class LabelValue {

    private static final String HONEST = "honest";

    private final LabelRule rule;
    private final Cell cell;
    private final @Nullable TimeValue knownAt;

    LabelValue(LabelRule rule, HeaderColumns columns) {
        this.rule = rule;
        this.cell = columns.cell(rule.column());
        this.knownAt = rule.knownAt() == null
                ? null
                : new TimeValue(columns.cell(rule.knownAt().column()), rule.knownAt());
    }

    /** The label; null where the row has none, or one of unknown meaning, which is refused. */
    @Nullable
    LabelLine read(Row row, String eventId, List<@Nullable Object> values) {
        String text = cell.text(row).strip();
        if (text.isEmpty()) {
            return null;
        }
        boolean isFraud = rule.fraudValues().contains(text);
        boolean isHonest = rule.honestValues().isEmpty() || rule.honestValues().contains(text);
        if (!isFraud && !isHonest) {
            cell.refuse(
                    row,
                    "unknown_value",
                    EchoedText.quoted(text) + " is neither a fraud_value nor an honest_value of the mapping");
            return null;
        }
        Instant known = knownAt == null ? null : knownAt.read(row, true);
        return new LabelLine(about(row, eventId, values), isFraud ? rule.label() : HONEST, known);
    }

    private String about(Row row, String eventId, List<@Nullable Object> values) {
        if (rule.about().isEmpty()) {
            return eventId;
        }
        Object about = values.get(rule.about().getAsInt());
        if (about == null) {
            cell.refuse(row, "missing", "the row has no " + rule.aboutKind() + " for its label to be about");
        }
        return String.valueOf(about);
    }
}
