package io.sekisho.cli.story;

import io.sekisho.cli.console.Lines;
import io.sekisho.cli.console.Progress;
import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.decision.SeenEvents;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.policy.Policy;
import io.sekisho.wire.decision.DecisionWriter;
import io.sekisho.wire.enrichment.Enricher;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides a simulated month as the server would, and keeps what happened to the accounts worth telling of. */
final class Deciding {

    private final Engine engine;
    private final DecisionWriter writer;
    private final Truth truth;
    private final EventReader reader = new EventReader();
    private final Enricher enricher = Enricher.shipped();
    private final Map<String, List<Moment>> kept = new LinkedHashMap<>();

    Deciding(Policy policy, Truth truth) {
        this.engine = new Engine(policy);
        this.writer = new DecisionWriter(policy.definition().version());
        this.truth = truth;
        truth.accounts().forEach(account -> kept.put(account, new ArrayList<>()));
    }

    /** Reads the events, writes the decisions, and answers with the cases that may be told. */
    List<CaseFile> decide(DataFolder folder, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(folder.events());
                OutputStream decisions = new BufferedOutputStream(Files.newOutputStream(folder.decisions()))) {
            Lines lines = new Lines(in, EventReader.MOST_BYTES);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                byte[] decision = decide(line);
                decisions.write(decision);
                progress.step();
            }
        }
        List<CaseFile> cases = new ArrayList<>();
        kept.forEach((account, moments) -> cases.add(new CaseFile(account, moments)));
        return cases;
    }

    private byte[] decide(byte[] line) throws IOException {
        Reading.Accepted accepted = switch (reader.read(line)) {
            case Reading.Accepted sound -> sound;
            case Reading.Refused refused ->
                throw new IllegalStateException("The simulator wrote a bad event: " + refused.problems());
        };
        if (engine.see(accepted.identity(), accepted.body()) != SeenEvents.Sight.NEW) {
            return new byte[0];
        }
        Event event = accepted.event();
        Facts facts = enricher.factsOf(event, accepted.hadCardNumber());
        Optional<Assessment> assessment = engine.accept(event, facts);
        ByteArrayOutputStream decision = new ByteArrayOutputStream();
        if (assessment.isPresent()) {
            writer.write(
                    new DecisionWriter.Made(event, assessment.get(), engine.sequence(), event.timeMillis(), null),
                    decision);
        }
        List<Moment> moments = kept.get(event.accountId());
        if (moments != null) {
            moments.add(new Moment(
                    event,
                    facts,
                    assessment.orElse(null),
                    truth.attackEvents().contains(event.id()),
                    new String(line, StandardCharsets.UTF_8),
                    decision.toString(StandardCharsets.UTF_8)));
        }
        return decision.toByteArray();
    }
}
