package io.sekisho.cli.story;

import io.sekisho.engine.rule.Outcome;
import java.util.List;

/** A case as a picture for the README, drawn from the same rows as the story. */
final class Picture {

    private static final int WIDTH = 900;
    private static final int MARGIN = 24;
    private static final int LINE = 20;
    private static final int WHAT_X = 106;
    private static final int PILL_X = 384;
    private static final int PILL_WIDTH = 100;
    private static final int WHY_X = 506;
    private static final int ROW_PADDING = 9;

    /**
     * Pixels that a column of text takes at most, on average: the fonts of systems differ, and a line too long would
     * run into its neighbour.
     */
    private static final double COLUMN = 7.5;

    private final Words words;
    private final Drawing drawing = new Drawing();
    private int y = MARGIN;

    private Picture(Words words) {
        this.words = words;
    }

    /** The picture as SVG. */
    static String of(Month.Told told, Words words) {
        return new Picture(words).draw(told);
    }

    private String draw(Month.Told told) {
        List<Entry> entries = new Timeline(told.file(), words).attack();
        header(entries.getFirst().day());
        for (Entry entry : entries) {
            row(entry);
        }
        footer(new Verdict(told.file(), told.score(), words).sentences());
        return drawing.svg(WIDTH, y, words.text("picture.title"));
    }

    private void header(String day) {
        drawing.text(MARGIN, y + LINE, "title", words.text("picture.title"));
        drawing.text(MARGIN, y + 2 * LINE + 4, "faint", words.text("picture.subtitle", day));
        y += 3 * LINE + 4;
    }

    private void row(Entry entry) {
        drawing.rule(MARGIN, WIDTH - MARGIN, y);
        int top = y + ROW_PADDING;
        drawing.text(MARGIN, baseline(top, 0), "clock", entry.clock());
        pill(entry.outcome(), top);
        int what = lines(WHAT_X, PILL_X - MARGIN / 2, top, "", entry.what());
        int why = 0;
        for (String reason : entry.why()) {
            why += lines(WHY_X, WIDTH - MARGIN, top + why * LINE, "", reason);
        }
        if (!entry.done().isEmpty()) {
            String done = String.join(words.text("list.done"), entry.done());
            why += lines(WHY_X, WIDTH - MARGIN, top + why * LINE, "done", words.text("done.mark", done));
        }
        y = top + Math.max(what, why) * LINE + ROW_PADDING;
    }

    private void pill(Outcome outcome, int top) {
        drawing.box(new Drawing.Box(PILL_X, top, PILL_WIDTH, LINE, LINE / 2), outcome.word());
        drawing.text(PILL_X + PILL_WIDTH / 2, baseline(top, 0) - 1, "pill", words.text("outcome." + outcome.word()));
    }

    private void footer(List<String> sentences) {
        List<String> lines = sentences.stream()
                .flatMap(sentence -> wrapped(sentence, WIDTH - 2 * MARGIN).stream())
                .toList();
        int height = lines.size() * LINE + 2 * ROW_PADDING;
        drawing.band(y, WIDTH, height);
        for (int i = 0; i < lines.size(); i++) {
            drawing.text(MARGIN, baseline(y + ROW_PADDING, i), "strong", lines.get(i));
        }
        y += height;
    }

    /** Writes a text between two edges, and answers with the number of its lines. */
    private int lines(int fromX, int toX, int top, String style, String text) {
        List<String> lines = wrapped(text, toX - fromX);
        for (int i = 0; i < lines.size(); i++) {
            drawing.text(fromX, baseline(top, i), style, lines.get(i));
        }
        return lines.size();
    }

    private List<String> wrapped(String text, int pixels) {
        return DisplayWidth.wrap(text, (int) (pixels / COLUMN), words.locale());
    }

    private static int baseline(int top, int line) {
        return top + line * LINE + LINE - 5;
    }
}
