package io.sekisho.cli.score;

import io.sekisho.cli.imports.InputFile;
import io.sekisho.cli.imports.OutputFile;
import io.sekisho.cli.imports.ProblemList;
import io.sekisho.cli.imports.UnreadableInput;
import io.sekisho.wire.event.CardNumbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code score}: judges decisions against labels. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Judges decisions against labels.",
        footer = {"", "Exit codes: 0 ok, 1 writing failed, 2 unusable arguments or input."})
public final class ScoreCommand implements Callable<Integer> {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    /** What is taken for the truth about events without a label. */
    enum Unlabelled {
        auto,
        honest,
        unknown
    }

    @Option(names = "--events", required = true, paramLabel = "FILE", description = "the events that were decided")
    private String eventsFile = "";

    @Option(names = "--decisions", required = true, paramLabel = "FILE", description = "the decisions")
    private String decisionsFile = "";

    @Option(names = "--labels", required = true, paramLabel = "FILE", description = "what was true")
    private String labelsFile = "";

    @Option(names = "--json", description = "one JSON object to standard output instead of tables")
    private boolean isJson;

    @Option(names = "--html", paramLabel = "OUT", description = "a page that needs no other file")
    private @Nullable String pageFile;

    @Option(
            names = "--unlabelled",
            defaultValue = "auto",
            paramLabel = "WHAT",
            description = "what events without a label are: ${COMPLETION-CANDIDATES}; auto takes them for honest where"
                    + " the labels name scenarios or traps")
    private Unlabelled unlabelled = Unlabelled.auto;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    public ScoreCommand() {
        this(System.in, System.out, System.err);
    }

    ScoreCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            if (Stream.of(eventsFile, decisionsFile, labelsFile)
                            .filter(InputFile.STANDARD::equals)
                            .count()
                    > 1) {
                err.println("only one of --events, --decisions and --labels can be standard input");
                return UNUSABLE;
            }
            if (InputFile.STANDARD.equals(pageFile)) {
                err.println("--html needs a file: standard output holds the tables or the JSON");
                return UNUSABLE;
            }
            Optional<Score> score = score();
            return score.isEmpty() ? UNUSABLE : print(score.get());
        } catch (UnreadableInput e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (IOException e) {
            err.println("writing failed: " + e);
            return FAILED;
        }
    }

    private Optional<Score> score() throws IOException {
        ProblemList problems = new ProblemList(err);
        LabelBook labels = new LabelBook();
        lines(labelsFile, problems).forEach(labels::add);
        EventBook events = new EventBook(labels);
        lines(eventsFile, problems).forEach(events::add);
        events.close();
        DecisionReader decisions = new DecisionReader(events);
        lines(decisionsFile, problems).forEach(decisions::add);
        reportStrangers(labels, decisions, problems);
        problems.finish();
        return problems.count() > 0
                ? Optional.empty()
                : Optional.of(new Judgement(labels, events, decisions, isUnlabelledHonest(labels)).score());
    }

    private LineFile lines(String file, ProblemList problems) {
        return new LineFile(new InputFile(file, in), problems);
    }

    private boolean isUnlabelledHonest(LabelBook labels) {
        return switch (unlabelled) {
            case auto -> labels.isSimulated();
            case honest -> true;
            case unknown -> false;
        };
    }

    /** Decisions and labels about what is not in the events: worth a look, but the rest can be judged. */
    private void reportStrangers(LabelBook labels, DecisionReader decisions, ProblemList problems) {
        String file = new InputFile(decisionsFile, in).name();
        if (decisions.lines() > 0 && decisions.unknown().size() == decisions.lines()) {
            String detail = "no decision is about an event of " + eventsFile + "; are these files of one run?";
            problems.add(new LineProblem(file, 1, "/event_id", "unknown_event", detail));
            return;
        }
        ProblemList strangers = new ProblemList(err);
        decisions.unknown().forEach((line, id) -> {
            String detail = "warning: the events have no " + shown(id) + "; the decision is left out";
            strangers.add(new LineProblem(file, line, "/event_id", "unknown_event", detail));
        });
        strangers.finish();
        ProblemList unmatched = new ProblemList(err);
        for (String about : labels.unmatched()) {
            unmatched.add(labelsFile + ": warning: nothing in the events is the " + shown(about));
        }
        unmatched.finish();
    }

    /** An id from a file of the user's, fit for a terminal. */
    private static String shown(String id) {
        return CardNumbers.mask(id).replaceAll("\\p{Cntrl}", "?");
    }

    private int print(Score score) throws IOException {
        if (pageFile != null) {
            try (OutputFile page = new OutputFile(pageFile, out)) {
                page.stream().write(ScorePage.of(score).getBytes(StandardCharsets.UTF_8));
                page.keep();
            }
        }
        out.print(isJson ? ScoreJson.of(score) + "\n" : text(score));
        out.flush();
        return out.checkError() ? FAILED : OK;
    }

    static String text(Score score) {
        return String.join(
                "\n", new ScoreTables(score).tables().stream().map(Table::text).toList());
    }
}
