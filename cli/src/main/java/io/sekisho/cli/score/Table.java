package io.sekisho.cli.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows under headings, for text and page alike.
 *
 * @param title what the table shows
 * @param headings of the columns
 * @param rows each as wide as the headings
 */
record Table(String title, List<String> headings, List<List<String>> rows) {

    private static final String GAP = "  ";

    Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException(
                        "A row of " + row.size() + " under " + headings.size() + " headings");
            }
        }
    }

    /** Aligned columns: words to the left, figures to the right. */
    String text() {
        List<List<String>> lines = new ArrayList<>();
        if (hasHeadings()) {
            lines.add(headings);
        }
        lines.addAll(rows);
        StringBuilder text = new StringBuilder(title).append('\n');
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < headings.size(); column++) {
                cells.append(GAP).append(padded(line.get(column), column));
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    boolean hasHeadings() {
        return !headings.stream().allMatch(String::isEmpty);
    }

    /** The first column names the row; the others hold figures unless one of them has a word. */
    boolean isFigures(int column) {
        return column > 0 && rows.stream().map(row -> row.get(column)).allMatch(Table::isFigure);
    }

    private static boolean isFigure(String cell) {
        return cell.isEmpty() || cell.equals("-") || Character.isDigit(cell.charAt(0));
    }

    private String padded(String cell, int column) {
        int width = headings.get(column).length();
        width = Math.max(
                width,
                Collections.max(
                        rows.stream().map(row -> row.get(column).length()).toList()));
        String blanks = " ".repeat(width - cell.length());
        return isFigures(column) ? blanks + cell : cell + blanks;
    }
}
