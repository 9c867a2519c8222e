package io.sekisho.cli.score;

import io.sekisho.cli.imports.InputFile;
import io.sekisho.cli.imports.ProblemList;
import java.io.IOException;
import java.io.InputStream;

/** Judges a simulation of our own, without a command around it. */
public final class Scoring {

    private Scoring() {}

    /**
     * The score that {@code score} would print. The streams are closed.
     *
     * @throws IllegalStateException if a line is unusable; it was printed
     */
    public static Score of(InputStream labels, InputStream events, InputStream decisions) throws IOException {
        ProblemList problems = new ProblemList(System.err);
        LabelBook truth = new LabelBook();
        lines(labels, problems).forEach(truth::add);
        EventBook book = new EventBook(truth);
        lines(events, problems).forEach(book::add);
        book.close();
        DecisionReader reader = new DecisionReader(book);
        lines(decisions, problems).forEach(reader::add);
        if (problems.count() > 0) {
            throw new IllegalStateException("The simulation cannot be judged; see above");
        }
        return new Judgement(truth, book, reader, true).score();
    }

    private static LineFile lines(InputStream in, ProblemList problems) {
        return new LineFile(new InputFile(InputFile.STANDARD, in), problems);
    }
}
