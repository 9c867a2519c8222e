package io.sekisho.bench.http;

import io.sekisho.bench.load.Answers;
import io.sekisho.bench.load.Latencies;
import io.sekisho.bench.load.LoadResult;
import io.sekisho.bench.load.Route;
import io.sekisho.bench.text.Columns;
import io.sekisho.bench.text.Figures;
import io.sekisho.wire.json.EchoedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the rounds of a measurement as a table and sentences. */
public final class HttpReport {

    private static final int SHOWN_REFUSAL = 400;

    private static final List<String> HEADINGS = List.of(
            "run",
            "answers/s",
            "decisions/s",
            "p50 ms",
            "p90",
            "p99",
            "p99.9",
            "max",
            "server us",
            "client us",
            "errors");

    private final List<Round> rounds;

    public HttpReport(List<Round> rounds) {
        this.rounds = List.copyOf(rounds);
    }

    /** True if every request that was counted got a good answer, and each sampled one of the server is a decision. */
    public boolean isClean() {
        return rounds.stream().allMatch(round -> round.result().errors() == 0)
                && rounds.stream()
                        .filter(round -> round.isOf(Round.Target.SERVER))
                        .map(round -> round.result().decisions())
                        .allMatch(bodies -> DecisionCheck.count(bodies) == bodies.size());
    }

    public String text() {
        Columns table = new Columns(HEADINGS);
        rounds.forEach(round -> table.add(row(round)));
        StringBuilder text = new StringBuilder(table.text());
        text.append("Latency counts from when a request was due; us is processor time for an answer.\n");
        rounds.forEach(round -> tell(round, text));
        if (rounds.size() > 1) {
            tell(BesideEcho.of(rounds), text);
        }
        return text.toString();
    }

    private static String name(Round round) {
        return round.target().name().toLowerCase(Locale.ROOT) + " " + round.number();
    }

    private static List<String> row(Round round) {
        LoadResult result = round.result();
        Latencies latencies = result.sinceDue();
        return List.of(
                name(round),
                Figures.whole(result.perSecond()),
                Figures.whole(result.perSecond(Route.DECISIONS)),
                Figures.millis(latencies.percentile(50)),
                Figures.millis(latencies.percentile(90)),
                Figures.millis(latencies.percentile(99)),
                Figures.millis(latencies.percentile(99.9)),
                Figures.millis(latencies.longest()),
                Figures.fine(round.serverMicrosEach()),
                Figures.fine(round.clientMicrosEach()),
                Figures.whole(result.errors()));
    }

    private static void tell(Round round, StringBuilder text) {
        LoadResult result = round.result();
        Latencies sent = result.sinceSent();
        text.append(name(round))
                .append(": since sent p50 ")
                .append(Figures.millis(sent.percentile(50)))
                .append(" p99 ")
                .append(Figures.millis(sent.percentile(99)))
                .append(" ms; sent late by p50 ")
                .append(Figures.millis(result.lag().percentile(50)))
                .append(" p99 ")
                .append(Figures.millis(result.lag().percentile(99)))
                .append(" ms; ");
        result.answers().forEach((route, answers) -> text.append(outcomes(route, answers)));
        if (result.neverSent().count() > 0) {
            text.append("never sent ").append(result.neverSent().count()).append("; ");
        }
        text.append("connections opened anew ").append(result.reconnects()).append('\n');
        if (round.isOf(Round.Target.SERVER)) {
            tellSamples(result, text);
        }
    }

    private static String outcomes(Route route, Answers answers) {
        List<String> parts = new ArrayList<>();
        answers.byStatus().forEach((status, count) -> parts.add(status + " x " + count));
        add(parts, "reset", answers.resets());
        add(parts, "timed out", answers.timeouts());
        add(parts, "no HTTP", answers.broken());
        add(parts, "unanswered at the end", answers.unanswered());
        return route.path() + " " + String.join(", ", parts) + "; ";
    }

    private static void add(List<String> parts, String what, long count) {
        if (count > 0) {
            parts.add(what + " x " + count);
        }
    }

    private static void tellSamples(LoadResult result, StringBuilder text) {
        text.append("  ")
                .append(DecisionCheck.count(result.decisions()))
                .append(" of ")
                .append(result.decisions().size())
                .append(" sampled answers are decisions\n");
        for (Map.Entry<Integer, String> refusal : result.refusals().entrySet()) {
            String body = EchoedText.withoutLongNumbers(refusal.getValue()).strip();
            text.append("  the first answer ")
                    .append(refusal.getKey())
                    .append(": ")
                    .append(body, 0, Math.min(body.length(), SHOWN_REFUSAL))
                    .append('\n');
        }
    }

    private static void tell(BesideEcho ratios, StringBuilder text) {
        text.append("Beside the echoes of this run (median of the rounds): rate x ")
                .append(Figures.fine(ratios.rate()))
                .append(", server processor time x ")
                .append(Figures.fine(ratios.serverCpu()))
                .append(", p50 x ")
                .append(Figures.fine(ratios.median()))
                .append(", p99 x ")
                .append(Figures.fine(ratios.ninetyNinth()))
                .append('\n');
    }
}
