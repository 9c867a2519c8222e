package io.sekisho.cli.incident;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.DecisionId;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.decision.SeenEvents;
import io.sekisho.engine.event.Context;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.simulator.incident.Rendition;
import io.sekisho.simulator.incident.Rendition.Told;
import io.sekisho.wire.enrichment.Enricher;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy that decides an incident through the real reader, enricher and engine. Owners answer what they are asked;
 * attackers go on as the report says, whatever the answer: the harder case.
 */
final class Defence {
    private static final Enricher ENRICHER = Enricher.shipped();
    private static final long ANSWER_MILLIS = Duration.ofSeconds(25).toMillis();

    private final Engine engine;
    private final EventReader reader = new EventReader();
    private final List<Judged> judged = new ArrayList<>();
    private boolean isContained;

    private Defence(Policy policy) {
        engine = new Engine(policy);
    }

    /** What the policy decided, in the order of the events; answers to challenges are among them. */
    static List<Judged> against(Rendition rendition, Policy policy) {
        Defence defence = new Defence(policy);
        List<Told> events = rendition.events();
        for (int i = 0; i < events.size(); i++) {
            Told next = i + 1 < events.size() ? events.get(i + 1) : null;
            defence.take(events.get(i), next);
        }
        return defence.judged;
    }

    private void take(Told told, @Nullable Told next) {
        Event event = read(told.line());
        Optional<Judged> judgement = decide(told, event);
        if (judgement.isPresent() && judgement.get().is(Outcome.CHALLENGE) && !told.isAttack()) {
            long soon = told.millis() + ANSWER_MILLIS;
            answer(event, judgement.get(), next == null ? soon : Math.min(soon, next.millis()));
        }
    }

    private Event read(String line) {
        return switch (reader.read(line.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Accepted accepted -> {
                if (engine.see(accepted.identity(), accepted.body()) != SeenEvents.Sight.NEW) {
                    throw new IllegalStateException("Told twice: " + line);
                }
                yield accepted.event();
            }
            case Reading.Refused refused -> throw new IllegalStateException(refused.problems() + " in " + line);
        };
    }

    private Optional<Judged> decide(Told told, Event event) {
        Optional<Assessment> assessment = engine.accept(event, ENRICHER.factsOf(event, false));
        Optional<Judged> judgement = assessment.map(of -> new Judged(told, of, isContained));
        judgement.ifPresent(judged::add);
        isContained |= judgement.isPresent() && judgement.get().contains();
        return judgement;
    }

    /** The owner performs the first method that is asked for. */
    private void answer(Event asked, Judged judgement, long millis) {
        Assessment.Required required = judgement.assessment().required();
        if (required == null) {
            throw new IllegalStateException("Nothing clears the challenge of " + asked.id());
        }
        String line = verification(asked, required.methods().getFirst(), millis);
        String name = judgement.told().name() + "-answered";
        decide(new Told(name, "verification.succeeded", millis, line, false, false, 0), read(line));
    }

    private static String verification(Event asked, String method, long millis) {
        Context context = asked.context();
        return """
                {"specversion":"1.0","id":"%s-answered","source":"%s","type":"verification.succeeded","time":"%s",\
                "data":{"account_id":"%s","session_id":"%s","device_id":"%s","ip":"%s","method":"%s","about":"%s"}}""".formatted(
                        asked.id(),
                        asked.source(),
                        Timestamps.format(millis, asked.offsetSeconds()),
                        asked.accountId(),
                        context.sessionId(),
                        context.deviceId(),
                        context.ip(),
                        method,
                        DecisionId.of(asked.source(), asked.id()));
    }
}
