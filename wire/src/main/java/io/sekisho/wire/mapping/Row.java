package io.sekisho.wire.mapping;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.json.JsonProblem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row while it is read: its texts, what is wrong with it and what was altered in it. */
final class Row {

    private final long line;
    private final List<String> fields;
    private final List<JsonProblem> problems = new ArrayList<>();
    private int refusals;
    private final BitSet refusedFields = new BitSet();
    private final Set<Alteration> alterations = EnumSet.noneOf(Alteration.class);

    Row(CsvRecord csv) {
        this.line = csv.getStartingLineNumber();
        this.fields = csv.getFields();
    }

    long line() {
        return line;
    }

    int width() {
        return fields.size();
    }

    String text(int column) {
        return fields.get(column);
    }

    /** Reads the value of a field and notes whether something was wrong with it. */
    @Nullable
    Object value(int field, ValueReader reader) {
        int before = refusals;
        Object value = reader.read(this);
        refusedFields.set(field, refusals > before);
        return value;
    }

    /** Whether the field is left out because something was wrong with it: that it is missing then is no news. */
    boolean isRefused(int field) {
        return refusedFields.get(field);
    }

    /** Notes what is wrong, once: several fields may be read from one column. */
    void refuse(String column, String code, String detail) {
        refusals++;
        JsonProblem problem = new JsonProblem(pointerTo(column), code, detail);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Notes a problem of the event that the row became, unless its column has one already: it would follow from that. */
    void refuse(String column, JsonProblem ofEvent) {
        String pointer = column.isEmpty() ? ofEvent.pointer() : pointerTo(column);
        if (problems.stream().noneMatch(problem -> problem.pointer().equals(pointer))) {
            problems.add(new JsonProblem(pointer, ofEvent.code(), ofEvent.detail()));
        }
    }

    /** A long number is masked: the first row of a file without a header passes for column names. */
    private static String pointerTo(String column) {
        return column.isEmpty() ? "" : JsonProblem.child("", EchoedText.withoutLongNumbers(column));
    }

    void altered(Alteration alteration) {
        alterations.add(alteration);
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    List<RowProblem> problems() {
        return problems.stream().map(problem -> new RowProblem(line, problem)).toList();
    }

    Set<Alteration> alterations() {
        return alterations;
    }
}
