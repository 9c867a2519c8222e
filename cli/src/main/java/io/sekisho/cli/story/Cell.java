package io.sekisho.cli.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A column's part of a row: passages, each beginning on a line of its own.
 *
 * @param width in columns of the terminal
 */
record Cell(int width, List<Passage> passages) {

    /** Columns between two cells. */
    static final int GAP = 2;

    static final Passage BLANK = new Passage(Tone.PLAIN, "");

    Cell {
        passages = List.copyOf(passages);
    }

    /** Text in one tone. */
    record Passage(Tone tone, String text) {}

    static Cell of(int width, Tone tone, String text) {
        return new Cell(width, List.of(new Passage(tone, text)));
    }

    /** The passages cut into lines. */
    List<Passage> lines(Locale locale) {
        List<Passage> lines = new ArrayList<>();
        for (Passage passage : passages) {
            DisplayWidth.wrap(passage.text(), width, locale)
                    .forEach(line -> lines.add(new Passage(passage.tone(), line)));
        }
        return lines;
    }

    /** The line as wide as the cell and the gap behind it. */
    String painted(Passage line, boolean isColored) {
        String blanks = " ".repeat(Math.max(0, width - DisplayWidth.of(line.text())) + GAP);
        return line.tone().paint(line.text(), isColored) + blanks;
    }
}
