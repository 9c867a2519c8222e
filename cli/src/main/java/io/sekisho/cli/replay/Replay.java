package io.sekisho.cli.replay;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.Files;
import io.sekisho.cli.console.Lines;
import io.sekisho.cli.console.Progress;
import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.wire.decision.DecisionWriter;
import io.sekisho.wire.enrichment.Enricher;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import io.sekisho.wire.json.JsonProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides a file of events, line by line, in the order of the file. */
final class Replay {

    private final ReplayPlan plan;
    private final EventReader reader = new EventReader();
    private final Enricher enricher = Enricher.shipped();
    private final DecisionWriter writer;
    private final @Nullable ReplayState state;
    private final Engine engine;
    private final Tally tally;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(2048);

    Replay(ReplayPlan plan) throws IOException {
        this.plan = plan;
        this.writer = new DecisionWriter(plan.policy().definition().version());
        this.state = plan.state() == null ? null : ReplayState.open(plan, plan.state());
        this.engine = state == null ? new Engine(plan.policy()) : state.engine();
        this.tally = state == null ? new Tally() : state.tally();
    }

    int run() throws IOException {
        Progress progress = new Progress("Deciding " + plan.events());
        try (InputStream in = Files.input(plan.events())) {
            Lines lines = new Lines(in, EventReader.MOST_BYTES);
            List<Long> lengths = state == null ? List.of() : state.skip(lines);
            // Only now that the input has proved to be the same are the outputs touched.
            try (Outputs outputs = new Outputs(plan.outputs(), lengths, state != null)) {
                decideAll(lines, outputs, progress);
            }
        }
        progress.finish();
        new ReplayReport(plan, tally, progress.seconds(), progress.processorSeconds()).write();
        return tally.badLines > 0 ? Exit.UNUSABLE : Exit.OK;
    }

    private void decideAll(Lines lines, Outputs outputs, Progress progress) throws IOException {
        for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
            tally.lines = lines.number();
            take(bytes, outputs);
            progress.step();
            if (state != null) {
                state.checkpointIfDue(bytes, outputs);
            }
        }
        if (state != null) {
            state.finish(outputs);
        }
    }

    private void take(byte[] bytes, Outputs outputs) throws IOException {
        switch (reader.read(bytes)) {
            case Reading.Refused refused -> refuse(refused.problems());
            case Reading.Accepted accepted -> {
                if (!tally.isStopped) {
                    see(accepted, outputs);
                }
            }
        }
    }

    private void see(Reading.Accepted accepted, Outputs outputs) throws IOException {
        switch (engine.see(accepted.identity(), accepted.body())) {
            case NEW -> decide(accepted, outputs);
            case REPEATED -> tally.repeated++;
            case CONFLICTING ->
                refuse(List.of(new JsonProblem(
                        "/id", "conflict", "An earlier event with this source and id has another body.")));
        }
    }

    private void decide(Reading.Accepted accepted, Outputs outputs) throws IOException {
        Event event = accepted.event();
        Facts facts = enricher.factsOf(event, accepted.hadCardNumber());
        Optional<Assessment> assessment =
                outputs.features() == null ? engine.accept(event, facts) : engine.acceptReadingAll(event, facts);
        tally.accepted++;
        line.reset();
        if (assessment.isPresent()) {
            tally.count(event.typeName(), assessment.get());
            write(event, assessment.get(), outputs);
        }
        if (state != null) {
            state.record(accepted, tally.lines, line.toByteArray());
        }
    }

    private void write(Event event, Assessment assessment, Outputs outputs) throws IOException {
        OutputStream decisions = outputs.decisions();
        if (decisions != null || state != null) {
            writer.write(new DecisionWriter.Made(event, assessment, engine.sequence(), event.timeMillis(), null), line);
        }
        if (decisions != null) {
            line.writeTo(decisions);
        }
        if (outputs.features() != null) {
            DecisionWriter.writeFeatures(event.id(), plan.policy().plan(), engine.features(), outputs.features());
        }
    }

    /** Without --keep-going deciding ends here, but reading goes on, so that every bad line is named. */
    private void refuse(List<JsonProblem> problems) {
        tally.badLines++;
        tally.isStopped |= !plan.keepsGoing();
        for (JsonProblem problem : problems) {
            System.err.println(plan.events() + ":" + tally.lines + ": " + problem.pointer() + ": " + problem.code()
                    + ": " + problem.detail());
        }
    }
}
