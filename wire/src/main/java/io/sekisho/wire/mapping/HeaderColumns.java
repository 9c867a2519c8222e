package io.sekisho.wire.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a file by name; reports the mapping's columns that it lacks. */
final class HeaderColumns {

    private final MappingText text;
    private final List<String> header;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    HeaderColumns(MappingText text, List<String> header) {
        this.text = text;
        this.header = List.copyOf(header);
        for (int i = 0; i < header.size(); i++) {
            if (positions.putIfAbsent(header.get(i), i) != null) {
                repeated.add(header.get(i));
            }
        }
    }

    int width() {
        return header.size();
    }

    /** The cell of an origin; for a column that is not there an empty constant, and a report. */
    Cell cell(Origin origin) {
        return switch (origin) {
            case Origin.Constant constant -> Cell.ofConstant(constant.value());
            case Origin.Column column -> cell(column);
        };
    }

    private Cell cell(Origin.Column column) {
        Integer position = positions.get(column.name());
        if (position == null) {
            text.report(
                    column.place(),
                    "unknown_column",
                    "the CSV file has no column " + EchoedText.quoted(column.name())
                            + Suggestion.clause(column.name(), header));
            return Cell.ofConstant("");
        }
        if (repeated.contains(column.name())) {
            text.report(
                    column.place(),
                    "ambiguous_column",
                    "the CSV file has the column " + EchoedText.quoted(column.name()) + " more than once");
        }
        return Cell.ofColumn(position, column.name());
    }
}
