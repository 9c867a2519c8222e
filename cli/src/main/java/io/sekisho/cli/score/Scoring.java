package io.sekisho.cli.score;

import io.sekisho.cli.console.ProblemList;
import java.io.IOException;
import java.io.InputStream;

/** Judges a simulation of our own, without a command around it. */
public final class Scoring {

    private Scoring() {}

    /**
     * The score that {@code score} would print. The streams stay open.
     *
     * @throws IllegalStateException if a line is unusable; it was printed
     */
    public static Score of(InputStream labels, InputStream events, InputStream decisions) throws IOException {
        ProblemList problems = new ProblemList();
        LabelBook truth = new LabelBook();
        new JsonFile("labels", problems).forEach(labels, truth::add);
        EventBook book = new EventBook(truth);
        new JsonFile("events", problems).forEach(events, book::add);
        book.close();
        DecisionReader reader = new DecisionReader(book);
        new JsonFile("decisions", problems).forEach(decisions, reader::add);
        if (problems.count() > 0) {
            throw new IllegalStateException("The simulation cannot be judged; see above");
        }
        return new Judgement(truth, book, reader, true).score();
    }
}
