package io.sekisho.cli.story;

import java.util.List;
import java.util.Locale;

/**
 * What a story is written on: a column of text of a width, in colour or not.
 *
 * @param out takes the lines
 */
record Paper(Appender out, int width, boolean isColored, Locale locale) {

    static final int NARROWEST = 60;
    static final int WIDEST = 100;

    Paper {
        width = Math.clamp(width, NARROWEST, WIDEST);
    }

    /** Takes a line of text. */
    @FunctionalInterface
    interface Appender {
        void line(String text);
    }

    void blank() {
        out.line("");
    }

    void line(Tone tone, String text) {
        out.line(tone.paint(text.stripTrailing(), isColored));
    }

    /** A heading over a rule. */
    void heading(String text) {
        blank();
        line(Tone.TITLE, text);
        line(Tone.FAINT, "─".repeat(width));
    }

    void paragraph(Tone tone, String text) {
        indented(0, tone, text);
    }

    void indented(int columns, Tone tone, String text) {
        for (String line : DisplayWidth.wrap(text, width - columns, locale)) {
            out.line(" ".repeat(columns) + tone.paint(line, isColored));
        }
    }

    /** Texts beside each other, each wrapped in its column. */
    void columns(List<Cell> cells) {
        List<List<Cell.Passage>> wrapped =
                cells.stream().map(cell -> cell.lines(locale)).toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                List<Cell.Passage> lines = wrapped.get(column);
                Cell.Passage text = row < lines.size() ? lines.get(row) : Cell.BLANK;
                line.append(cells.get(column).painted(text, isColored));
            }
            out.line(line.toString().stripTrailing());
        }
    }
}
