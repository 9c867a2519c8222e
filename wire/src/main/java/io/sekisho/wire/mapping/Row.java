package io.sekisho.wire.mapping;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A row while it is read: its texts, what is wrong with it and what was altered in it. */
final class Row {

    private final String file;
    private final long line;
    private final List<String> fields;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Set<Alteration> alterations = EnumSet.noneOf(Alteration.class);

    Row(String file, CsvRecord csv) {
        this(file, csv.getStartingLineNumber(), csv.getFields());
    }

    private Row(String file, long line, List<String> fields) {
        this.file = file;
        this.line = line;
        this.fields = fields;
    }

    /** A row without columns, to read constants by. */
    static Row ofConstants() {
        return new Row("", 0, List.of());
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

    /** Notes what is wrong, once: several fields may be read from one column. */
    void refuse(String column, String code, String detail) {
        ImportProblem problem = ImportProblem.ofRow(file, line, column, code, detail);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void altered(Alteration alteration) {
        alterations.add(alteration);
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    List<ImportProblem> problems() {
        return problems;
    }

    Set<Alteration> alterations() {
        return alterations;
    }
}
