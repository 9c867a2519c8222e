package io.sekisho.cli.replay;

import io.sekisho.cli.policy.Policies;
import io.sekisho.engine.policy.Policy;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code replay}: decides a file of events offline. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Decides a file of events offline, in file order, with the same engine as live.")
public final class ReplayCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "Events, one JSON object a line; - for standard input, .gz is read.")
    private String events = "";

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "Policy directory; without it the starter policy decides.")
    private @Nullable Path policy;

    @Option(
            names = "--decisions",
            paramLabel = "OUT",
            description = "Where the decisions go, one a line; - for standard output, .gz is written.")
    private @Nullable String decisions;

    @Option(
            names = "--features",
            paramLabel = "OUT",
            description = "Where every feature of every decided event goes, one event a line.")
    private @Nullable String features;

    @Option(names = "--report", paramLabel = "OUT.json", description = "Where the run's figures go, as JSON.")
    private @Nullable String report;

    @Option(
            names = "--keep-going",
            description = "Decide the good lines although others are bad; the exit code is 2 all the same.")
    private boolean keepsGoing;

    @Option(
            names = "--no-models",
            description = "Decide by rules alone. (There are no models yet: this changes nothing.)")
    private boolean withoutModels;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep a journal and checkpoints there: a run that was killed resumes where it was.")
    private @Nullable Path state;

    @Override
    public Integer call() throws Exception {
        Policy compiled = Policies.use(policy);
        Outputs.Names names = new Outputs.Names(decisions, features, report);
        return new Replay(new ReplayPlan(
                        events, names, compiled, Policies.fingerprint(policy), keepsGoing, withoutModels, state))
                .run();
    }
}
