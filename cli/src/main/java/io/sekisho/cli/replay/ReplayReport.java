package io.sekisho.cli.replay;

import io.sekisho.cli.console.Files;
import io.sekisho.engine.rule.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The figures of a finished replay.
 *
 * @param processorSeconds used by the deciding thread, apart from compiler and collector
 */
record ReplayReport(ReplayPlan plan, Tally tally, double seconds, double processorSeconds) {

    void write() throws IOException {
        boolean isOutputTaken = "-".equals(plan.outputs().decisions())
                || "-".equals(plan.outputs().features())
                || "-".equals(plan.outputs().report());
        print(isOutputTaken ? System.err : System.out);
        if (plan.outputs().report() != null) {
            try (OutputStream out = Files.output(plan.outputs().report())) {
                writeJson(out);
            }
        }
    }

    private void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d events accepted, %,d decided by policy %s: %,d allow, %,d challenge, %,d hold, %,d deny%n",
                tally.accepted,
                tally.decided,
                plan.policy().definition().version(),
                count(Outcome.ALLOW),
                count(Outcome.CHALLENGE),
                count(Outcome.HOLD),
                count(Outcome.DENY));
        out.printf(
                Locale.ROOT,
                "%,d repeated, %,d bad lines, %.1f s, %,.0f events a second, %.1f µs of processor time an event%n",
                tally.repeated,
                tally.badLines,
                seconds,
                tally.accepted / seconds,
                processorSeconds * 1e6 / Math.max(1, tally.accepted));
        if (tally.isStopped) {
            out.println("Deciding ended at the first bad line; --keep-going decides the good ones.");
        }
    }

    private void writeJson(OutputStream out) {
        JsonFactory factory = JsonFactory.builder().build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty(
                    "policy_version", plan.policy().definition().version());
            json.writeNumberProperty("lines", tally.lines);
            json.writeNumberProperty("events", tally.accepted);
            json.writeNumberProperty("decided", tally.decided);
            json.writeNumberProperty("not_evaluated", tally.notEvaluated);
            json.writeNumberProperty("repeated", tally.repeated);
            json.writeNumberProperty("bad_lines", tally.badLines);
            json.writeBooleanProperty("stopped_at_bad_line", tally.isStopped);
            json.writeObjectPropertyStart("decisions");
            for (Outcome outcome : Outcome.values()) {
                json.writeNumberProperty(outcome.word(), count(outcome));
            }
            json.writeEndObject();
            json.writeObjectPropertyStart("types");
            tally.byType.forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeNumberProperty("seconds", Math.round(seconds * 1000) / 1000.0);
            json.writeNumberProperty("processor_seconds", Math.round(processorSeconds * 1000) / 1000.0);
            json.writeNumberProperty("events_per_second", Math.round(tally.accepted / seconds));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private long count(Outcome outcome) {
        return tally.byOutcome.getOrDefault(outcome, 0L);
    }
}
