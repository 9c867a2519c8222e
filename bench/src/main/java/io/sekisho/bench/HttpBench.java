package io.sekisho.bench;

import io.sekisho.bench.feed.EventFile;
import io.sekisho.bench.feed.FeedException;
import io.sekisho.bench.http.HttpJson;
import io.sekisho.bench.http.HttpPlan;
import io.sekisho.bench.http.HttpReport;
import io.sekisho.bench.http.HttpRounds;
import io.sekisho.bench.http.Round;
import io.sekisho.bench.load.LoadPlan;
import io.sekisho.bench.load.Pace;
import io.sekisho.bench.load.Route;
import io.sekisho.bench.load.UnreachableException;
import io.sekisho.engine.policy.Policy;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench http}: sends events to a running server and times the answers. */
@Command(
        name = "http",
        mixinStandardHelpOptions = true,
        description = "Sends events to a running server at a fixed rate and times each answer from when it was due.")
final class HttpBench implements Callable<Integer> {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;
    private static final int UNAVAILABLE = 3;

    /** What {@code --types} may be. */
    private enum Types {
        all,
        decided
    }

    private final MachineClock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8081",
            description = "The gate (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:SEKISHO_KEY:-}",
            description = "The API key; better in the environment as SEKISHO_KEY, where ps does not show it.")
    private String key = "";

    @Option(names = "--events", required = true, paramLabel = "FILE", description = "Events, as simulate writes them.")
    private Path events = Path.of("");

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "5000",
            description = "Requests a second, or max: as fast as the answers come (default: ${DEFAULT-VALUE}).")
    private String rate = "";

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "64",
            description = "Each has one request in flight (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--warm-up",
            paramLabel = "SPAN",
            defaultValue = "10s",
            converter = Span.class,
            description = "Sent and not counted, in every run (default: ${DEFAULT-VALUE}).")
    private Duration warmUp = Duration.ZERO;

    @Option(
            names = "--duration",
            paramLabel = "SPAN",
            defaultValue = "30s",
            converter = Span.class,
            description = "How long requests are counted (default: ${DEFAULT-VALUE}).")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "A run ends after that many counted requests at the latest (default: ${DEFAULT-VALUE}).")
    private long requests;

    @Option(
            names = "--timeout",
            paramLabel = "SPAN",
            defaultValue = "10s",
            converter = Span.class,
            description = "When an answer is given up (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = "--look",
            paramLabel = "SPAN",
            defaultValue = "1ms",
            converter = Span.class,
            description = "A request is sent up to so much late; 0ms spins on a core (default: ${DEFAULT-VALUE}).")
    private Duration look = Duration.ZERO;

    @Option(
            names = "--types",
            paramLabel = "all|decided",
            defaultValue = "all",
            description = "all: every event to /v1/decisions. decided: those of types that the policy decides, the"
                    + " others to /v1/events (default: ${DEFAULT-VALUE}).")
    private Types types = Types.all;

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "Whose decided types --types decided means (default: the starter policy).")
    private @Nullable Path policy;

    @Option(
            names = "--pid",
            paramLabel = "PID",
            defaultValue = "-1",
            description = "The server's process on this machine, to tell its processor time.")
    private long pid;

    @Option(names = "--echo", description = "Send the same to a bare echo before and after each round.")
    private boolean hasEcho;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often to measure (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    HttpBench(MachineClock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        HttpPlan plan;
        try {
            plan = plan();
        } catch (IllegalArgumentException | FeedException unusable) {
            tell(String.valueOf(unusable.getMessage()));
            return UNUSABLE;
        }
        try {
            return measure(plan);
        } catch (UnreachableException unreachable) {
            tell(unreachable.getMessage() + " Is the server running? --url names its gate.");
            return UNAVAILABLE;
        }
    }

    private int measure(HttpPlan plan) throws IOException, InterruptedException {
        List<Round> measured = new HttpRounds(plan, clock.nanos(), this::tell).run();
        HttpReport report = new HttpReport(measured);
        spec.commandLine()
                .getOut()
                .println(isJson ? HttpJson.of(measured) : report.text().stripTrailing());
        spec.commandLine().getOut().flush();
        if (!report.isClean()) {
            tell("Not every request got a good answer, or an answer was no decision; see above.");
        }
        return report.isClean() ? OK : FAILED;
    }

    private HttpPlan plan() {
        LoadPlan load = new LoadPlan(Pace.parse(rate), connections, warmUp, duration, requests, timeout, look);
        Function<String, Route> routeOf = routeOf();
        tell("Reading " + events);
        EventFile file = EventFile.read(events);
        long now = clock.wall().millis();
        return new HttpPlan(
                url,
                key,
                pid,
                load,
                rounds,
                hasEcho,
                file,
                routeOf,
                "b" + Long.toString(now, Character.MAX_RADIX),
                now);
    }

    private Function<String, Route> routeOf() {
        if (types == Types.all) {
            return _ -> Route.DECISIONS;
        }
        Path directory =
                policy == null ? Path.of(System.getProperty("sekisho.root", "."), "policies", "starter") : policy;
        Policy compiled = PolicyDirectory.read(directory)
                .policy()
                .orElseThrow(() -> new IllegalArgumentException("The policy in " + directory
                        + " cannot be used; ./sekisho policy check " + directory + " tells why."));
        return type -> compiled.of(type).isDecided() ? Route.DECISIONS : Route.EVENTS;
    }

    private void tell(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
    }
}
