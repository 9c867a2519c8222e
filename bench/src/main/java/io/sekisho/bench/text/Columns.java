package io.sekisho.bench.text;

import java.util.ArrayList;
import java.util.List;

/** A table as text: the first column to the left, figures to the right. */
public final class Columns {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    public Columns(List<String> headings) {
        lines.add(List.copyOf(headings));
    }

    /** Adds a row as wide as the headings. */
    public void add(List<String> row) {
        if (row.size() != lines.getFirst().size()) {
            throw new IllegalArgumentException(
                    "A row of " + row.size() + " under " + lines.getFirst().size() + " headings");
        }
        lines.add(List.copyOf(row));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                cells.append(column == 0 ? "" : GAP).append(padded(line.get(column), column));
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        int width =
                lines.stream().mapToInt(line -> line.get(column).length()).max().orElseThrow();
        String blanks = " ".repeat(width - cell.length());
        return column == 0 ? cell + blanks : blanks + cell;
    }
}
