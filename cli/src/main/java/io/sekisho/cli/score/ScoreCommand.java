package io.sekisho.cli.score;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.Files;
import io.sekisho.cli.console.ProblemList;
import io.sekisho.cli.console.Replacement;
import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.json.JsonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    private static final String STANDARD_OUTPUT = "-";

    /** What is taken for the truth about events without a label. */
    enum Unlabelled {
        auto,
        honest,
        unknown
    }

    @Option(names = "--events", required = true, paramLabel = "FILE", description = "The events that were decided.")
    private String eventsFile = "";

    @Option(names = "--decisions", required = true, paramLabel = "FILE", description = "The decisions.")
    private String decisionsFile = "";

    @Option(names = "--labels", required = true, paramLabel = "FILE", description = "What was true.")
    private String labelsFile = "";

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean isJson;

    @Option(names = "--html", paramLabel = "OUT", description = "Where a page goes that needs no other file.")
    private @Nullable String pageFile;

    @Option(
            names = "--unlabelled",
            defaultValue = "auto",
            paramLabel = "WHAT",
            description = "What events without a label are: ${COMPLETION-CANDIDATES}; auto takes them for honest where"
                    + " the labels name scenarios or traps.")
    private Unlabelled unlabelled = Unlabelled.auto;

    @Override
    public Integer call() throws IOException {
        Files.requireApart(
                List.of(eventsFile, decisionsFile, labelsFile),
                pageFile == null ? List.of(STANDARD_OUTPUT) : List.of(STANDARD_OUTPUT, pageFile));
        Optional<Score> score = score();
        if (score.isEmpty()) {
            return Exit.UNUSABLE;
        }
        if (pageFile != null) {
            writePage(pageFile, score.get());
        }
        System.out.print(isJson ? ScoreJson.of(score.get()) + "\n" : text(score.get()));
        System.out.flush();
        return System.out.checkError() ? Exit.FAILED : Exit.OK;
    }

    private Optional<Score> score() throws IOException {
        ProblemList problems = new ProblemList();
        LabelBook labels = new LabelBook();
        new JsonFile(labelsFile, problems).forEach(labels::add);
        EventBook events = new EventBook(labels);
        new JsonFile(eventsFile, problems).forEach(events::add);
        events.close();
        DecisionReader decisions = new DecisionReader(events);
        new JsonFile(decisionsFile, problems).forEach(decisions::add);
        reportStrangers(labels, decisions, problems);
        problems.finish();
        return problems.count() > 0
                ? Optional.empty()
                : Optional.of(new Judgement(labels, events, decisions, isUnlabelledHonest(labels)).score());
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
        if (decisions.lines() > 0 && decisions.unknown().size() == decisions.lines()) {
            String detail =
                    "No decision is about an event of " + Files.shown(eventsFile) + "; are these files of one run?";
            problems.add(decisionsFile, 1, unknownEvent(detail));
            return;
        }
        ProblemList strangers = new ProblemList();
        decisions.unknown().forEach((line, id) -> {
            String detail = "warning: the events have no " + shown(id) + "; the decision is left out";
            strangers.add(decisionsFile, line, unknownEvent(detail));
        });
        strangers.finish();
        ProblemList unmatched = new ProblemList();
        labels.unmatched()
                .forEach(about -> unmatched.add(
                        Files.shown(labelsFile) + ": warning: nothing in the events is the " + shown(about)));
        unmatched.finish();
    }

    private static JsonProblem unknownEvent(String detail) {
        return new JsonProblem("/event_id", "unknown_event", detail);
    }

    /** An id from a file of the user's, fit for a terminal. */
    private static String shown(String id) {
        return EchoedText.printable(CardNumbers.mask(id));
    }

    private static void writePage(String file, Score score) throws IOException {
        try (Replacement page = Files.replacement(file)) {
            page.stream().write(ScorePage.of(score).getBytes(StandardCharsets.UTF_8));
            page.keep();
        }
    }

    static String text(Score score) {
        return String.join(
                "\n", new ScoreTables(score).tables().stream().map(Table::text).toList());
    }
}
