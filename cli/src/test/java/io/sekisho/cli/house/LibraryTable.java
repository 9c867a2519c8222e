package io.sekisho.cli.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of docs/dependencies.md: library, version, licence, why. */
final class LibraryTable {

    private static final int COLUMNS = 4;

    /** A row: what, under which licence as an SPDX name, and why, or by whom it comes. */
    record Row(Library library, String licence, String why) {}

    private LibraryTable() {}

    /** The rows under the heading of that name. */
    static List<Row> under(String heading, String page) {
        List<Row> rows = new ArrayList<>();
        boolean isUnder = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith("#")) {
                isUnder = line.replaceFirst("^#+ ", "").equals(heading);
            } else if (isUnder && line.startsWith("| `")) {
                rows.add(row(line));
            }
        }
        return rows;
    }

    private static Row row(String line) {
        List<String> cells = Arrays.stream(line.substring(1).split("[|]"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
        if (cells.size() != COLUMNS) {
            throw new IllegalArgumentException("Not " + COLUMNS + " cells: " + line);
        }
        return new Row(new Library(cells.get(0), cells.get(1)), cells.get(2), cells.get(3));
    }
}
