package io.sekisho.cli.score;

/**
 * Something wrong in a line of a file.
 *
 * @param pointer a JSON pointer into the line's object; empty for the whole
 */
record LineProblem(String file, long line, String pointer, String code, String detail) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + pointer + ": " + code + ": " + detail;
    }
}
