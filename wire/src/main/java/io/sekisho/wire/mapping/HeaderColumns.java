package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Suggestion;
import io.sekisho.wire.json.EchoedText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The columns of a file by name; reports the mapping's columns that it lacks. */
final class HeaderColumns {

    private static final int MOST_LISTED = 40;

    private final List<String> header;
    private final Consumer<Problem> problems;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    HeaderColumns(List<String> header, Consumer<Problem> problems) {
        this.header = List.copyOf(header);
        this.problems = problems;
        for (int i = 0; i < header.size(); i++) {
            if (positions.putIfAbsent(header.get(i), i) != null) {
                repeated.add(header.get(i));
            }
        }
    }

    int width() {
        return header.size();
    }

    /** The cell of an input; for a column that is not there an empty constant, and a report. */
    Cell cell(Input input) {
        return switch (input) {
            case Input.Constant constant -> Cell.ofConstant(constant.value());
            case Input.Column column -> cell(column);
        };
    }

    private Cell cell(Input.Column column) {
        String quoted = EchoedText.quoted(column.name());
        Integer position = positions.get(column.name());
        if (position == null) {
            report(
                    column.origin(),
                    "unknown_column",
                    "The CSV file has no column " + quoted + "." + whatThereIs(column.name()));
            return Cell.ofConstant("");
        }
        if (repeated.contains(column.name())) {
            report(column.origin(), "ambiguous_column", "The CSV file has the column " + quoted + " more than once.");
        }
        return Cell.ofColumn(position, column.name());
    }

    /** The name that was probably meant, else all that there are, as long as they are few. */
    private String whatThereIs(String name) {
        String suggestion = Suggestion.forWord(name, header);
        if (suggestion.isEmpty() && header.size() <= MOST_LISTED) {
            suggestion = " It has: " + String.join(", ", header) + ".";
        }
        return EchoedText.printable(EchoedText.withoutLongNumbers(suggestion));
    }

    private void report(Origin origin, String code, String detail) {
        problems.accept(Problem.error(origin, code, detail));
    }
}
