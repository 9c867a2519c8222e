package io.sekisho.wire.mapping;

/**
 * Something wrong in a mapping or in a row, and where.
 *
 * @param file the name by which the user gave the file
 * @param line counted from 1
 * @param pointer a JSON pointer: into the mapping, or to the column's name in a row; empty for the whole
 * @param code stable, for programs
 * @param detail what is wrong and what to do, for people; never holds a card number
 * @param excerpt the line of the mapping with a caret under the place, or empty
 */
public record ImportProblem(String file, long line, String pointer, String code, String detail, String excerpt) {

    /** A problem of a row, where the file and the line say enough. */
    static ImportProblem ofRow(String file, long line, String column, String code, String detail) {
        return new ImportProblem(file, line, column.isEmpty() ? "" : pointerTo("", column), code, detail, "");
    }

    /**
     * The pointer of a member of what {@code parent} points to, escaped after RFC 6901. A long number is masked: the
     * first row of a file without a header passes for column names.
     */
    static String pointerTo(String parent, String member) {
        return parent + "/"
                + EchoedText.withoutLongNumbers(member).replace("~", "~0").replace("/", "~1");
    }

    /** One line, or three with the excerpt. */
    @Override
    public String toString() {
        String first = file + ":" + line + ": " + pointer + ": " + code + ": " + detail;
        return excerpt.isEmpty() ? first : first + "\n" + excerpt;
    }
}
