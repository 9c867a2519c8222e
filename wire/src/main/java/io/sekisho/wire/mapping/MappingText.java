package io.sekisho.wire.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The text of a mapping file and what was found wrong with it so far. */
final class MappingText {

    private static final Comparator<ImportProblem> BY_PLACE = Comparator.comparingLong(ImportProblem::line);

    private final String file;
    private final List<String> lines;
    private final List<ImportProblem> problems = new ArrayList<>();

    MappingText(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /** The same text with nothing reported yet. */
    MappingText afresh() {
        return new MappingText(file, String.join("\n", lines));
    }

    void report(Place place, String code, String detail) {
        String withColumn = detail + " (column " + place.column() + ")";
        problems.add(new ImportProblem(file, place.line(), place.pointer(), code, withColumn, excerpt(place)));
    }

    /** Everything reported, from the top of the file to its end. */
    List<ImportProblem> problems() {
        List<ImportProblem> sorted = new ArrayList<>(problems);
        sorted.sort(BY_PLACE);
        return Collections.unmodifiableList(sorted);
    }

    boolean isSound() {
        return problems.isEmpty();
    }

    private String excerpt(Place place) {
        if (place.line() > lines.size()) {
            return "";
        }
        String number = Integer.toString(place.line());
        String line = lines.get(place.line() - 1);
        String caret = " ".repeat(Math.max(0, place.column() - 1)) + "^";
        return "  " + number + " | " + EchoedText.withoutLongNumbers(line) + "\n  " + " ".repeat(number.length())
                + " | " + caret;
    }
}
