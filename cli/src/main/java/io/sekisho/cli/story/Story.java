package io.sekisho.cli.story;

import io.sekisho.engine.rule.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells a month to somebody who has never heard of it. */
final class Story {

    private static final int CLOCK_COLUMNS = 8;
    private static final int OUTCOME_COLUMNS = 9;
    private static final int INDENT = 2;

    private final Words words;
    private final Paper paper;
    private final int whatColumns;
    private final int whyColumns;

    Story(Words words, Paper paper) {
        this.words = words;
        this.paper = paper;
        int free = paper.width() - CLOCK_COLUMNS - OUTCOME_COLUMNS - 3 * Cell.GAP;
        this.whatColumns = free * 9 / 20;
        this.whyColumns = free - whatColumns;
    }

    /** The first thing that is seen, before anything takes time. */
    void open(int accounts) {
        paper.line(Tone.TITLE, words.text("intro.title"));
        paper.blank();
        paper.paragraph(Tone.PLAIN, words.text("intro.text", Words.whole(accounts)));
    }

    void tell(Month month) {
        month.told().ifPresentOrElse(this::tell, () -> paper.paragraph(Tone.PLAIN, words.text("case.none")));
        new Bill(month.score(), words).write(paper);
        next(month.plan().seed(), month.plan().accounts());
    }

    private void tell(Month.Told told) {
        Timeline timeline = new Timeline(told.file(), words);
        paper.heading(words.text("case.title", told.file().account()));
        legend();
        paper.blank();
        paper.columns(List.of(
                Cell.of(CLOCK_COLUMNS, Tone.FAINT, words.text("head.clock")),
                Cell.of(whatColumns, Tone.FAINT, words.text("head.what")),
                Cell.of(OUTCOME_COLUMNS, Tone.FAINT, words.text("head.outcome")),
                Cell.of(whyColumns, Tone.FAINT, words.text("head.why"))));
        chapter("case.before", timeline.ownerBefore());
        chapter("case.attack", timeline.attack());
        chapter("case.after", timeline.aftermath());
        paper.blank();
        new Verdict(told.file(), told.score(), words)
                .sentences()
                .forEach(sentence -> paper.indented(INDENT, Tone.TITLE, sentence));
        paper.blank();
        paper.paragraph(Tone.FAINT, words.text("case.recording"));
    }

    private void legend() {
        for (Outcome outcome : Outcome.values()) {
            paper.columns(List.of(
                    Cell.of(OUTCOME_COLUMNS, Tone.of(outcome), name(outcome)),
                    Cell.of(
                            paper.width() - OUTCOME_COLUMNS - Cell.GAP,
                            Tone.FAINT,
                            words.text("legend." + outcome.word()))));
        }
    }

    private void chapter(String key, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        paper.blank();
        paper.line(Tone.TITLE, words.text(key));
        String day = "";
        for (Entry entry : entries) {
            if (!entry.day().equals(day)) {
                day = entry.day();
                paper.line(Tone.FAINT, day);
            }
            row(entry);
        }
    }

    private void row(Entry entry) {
        List<Cell.Passage> why = new ArrayList<>();
        entry.why().forEach(reason -> why.add(new Cell.Passage(Tone.PLAIN, reason)));
        if (!entry.done().isEmpty()) {
            String done = String.join(words.text("list.done"), entry.done());
            why.add(new Cell.Passage(Tone.DONE, words.text("done.mark", done)));
        }
        paper.columns(List.of(
                Cell.of(CLOCK_COLUMNS, Tone.FAINT, entry.clock()),
                Cell.of(whatColumns, Tone.PLAIN, entry.what()),
                Cell.of(OUTCOME_COLUMNS, Tone.of(entry.outcome()), name(entry.outcome())),
                new Cell(whyColumns, why)));
    }

    private String name(Outcome outcome) {
        return words.text("outcome." + outcome.word());
    }

    private void next(long seed, int accounts) {
        paper.heading(words.text("next.title"));
        String files = "--events e.ndjson --labels l.ndjson";
        step("next.check", "./sekisho policy check policies/starter");
        step(
                "next.own",
                String.format(
                        Locale.ROOT, "./sekisho simulate --seed %d --days 30 --accounts %d \\", seed + 1, accounts),
                "    " + files,
                "./sekisho replay --events e.ndjson --decisions d.ndjson",
                "./sekisho score --decisions d.ndjson " + files);
        step(
                "next.edit",
                "cp -r policies/starter my-policy",
                "./sekisho policy diff policies/starter my-policy",
                "./sekisho replay --policy my-policy --events e.ndjson --decisions d.ndjson",
                "./sekisho score --decisions d.ndjson " + files);
    }

    private void step(String key, String... commands) {
        paper.paragraph(Tone.PLAIN, words.text(key));
        for (String command : commands) {
            paper.line(Tone.DONE, "  " + command);
        }
    }
}
