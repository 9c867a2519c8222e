package io.sekisho.bench.http;

import io.sekisho.bench.load.Answers;
import io.sekisho.bench.load.Latencies;
import io.sekisho.bench.load.LoadResult;
import io.sekisho.bench.load.Route;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the rounds of a measurement as one JSON object; the names are listed in docs/guide/bench.md and stay. */
public final class HttpJson {

    private final JsonGenerator out;

    private HttpJson(JsonGenerator out) {
        this.out = out;
    }

    public static String of(List<Round> rounds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            new HttpJson(out).write(rounds);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void write(List<Round> rounds) {
        out.writeStartObject();
        out.writeArrayPropertyStart("runs");
        rounds.forEach(this::round);
        out.writeEndArray();
        if (rounds.size() > 1) {
            BesideEcho ratios = BesideEcho.of(rounds);
            out.writeObjectPropertyStart("beside_echo");
            figure("rate", ratios.rate());
            figure("server_cpu", ratios.serverCpu());
            figure("p50", ratios.median());
            figure("p99", ratios.ninetyNinth());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void round(Round round) {
        LoadResult result = round.result();
        out.writeStartObject();
        out.writeStringProperty("target", round.target().name().toLowerCase(Locale.ROOT));
        out.writeNumberProperty("round", round.number());
        out.writeNumberProperty("seconds", result.seconds());
        out.writeNumberProperty("answers_per_second", result.perSecond());
        out.writeNumberProperty("decisions_per_second", result.perSecond(Route.DECISIONS));
        figure("server_cpu_micros", round.serverMicrosEach());
        figure("client_cpu_micros", round.clientMicrosEach());
        latencies("since_due_micros", result.sinceDue());
        latencies("since_sent_micros", result.sinceSent());
        latencies("sent_late_micros", result.lag());
        out.writeNumberProperty("errors", result.errors());
        out.writeNumberProperty("never_sent", result.neverSent().count());
        out.writeNumberProperty("reconnects", result.reconnects());
        out.writeNumberProperty("sampled", result.decisions().size());
        out.writeNumberProperty("sampled_decisions", DecisionCheck.count(result.decisions()));
        out.writeArrayPropertyStart("endpoints");
        result.answers().forEach(this::answers);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void answers(Route route, Answers answers) {
        out.writeStartObject();
        out.writeStringProperty("path", route.path());
        out.writeNumberProperty("sent", answers.sent());
        out.writeObjectPropertyStart("by_status");
        answers.byStatus().forEach((status, count) -> out.writeNumberProperty(Integer.toString(status), count));
        out.writeEndObject();
        out.writeNumberProperty("resets", answers.resets());
        out.writeNumberProperty("timeouts", answers.timeouts());
        out.writeNumberProperty("broken", answers.broken());
        out.writeNumberProperty("unanswered", answers.unanswered());
        latencies("since_due_micros", answers.sinceDue());
        out.writeEndObject();
    }

    private void latencies(String name, Latencies latencies) {
        out.writeObjectPropertyStart(name);
        out.writeNumberProperty("count", latencies.count());
        out.writeNumberProperty("p50", latencies.percentile(50) / 1e3);
        out.writeNumberProperty("p90", latencies.percentile(90) / 1e3);
        out.writeNumberProperty("p99", latencies.percentile(99) / 1e3);
        out.writeNumberProperty("p999", latencies.percentile(99.9) / 1e3);
        out.writeNumberProperty("max", latencies.longest() / 1e3);
        out.writeEndObject();
    }

    private void figure(String name, OptionalDouble value) {
        if (value.isPresent()) {
            out.writeNumberProperty(name, value.getAsDouble());
        }
    }
}
