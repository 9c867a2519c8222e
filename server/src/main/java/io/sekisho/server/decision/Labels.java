package io.sekisho.server.decision;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.server.intake.Admission;
import io.sekisho.server.intake.Intakes;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.record.EventEntry;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in what turned out true: each label is an event {@code label.applied}, so that it stands in the journal like all else. */
public final class Labels {

    private static final String SOURCE = "urn:sekisho:labels";

    private final Decisions decisions;
    private final Intakes intakes;

    Labels(Decisions decisions, Intakes intakes) {
        this.decisions = decisions;
        this.intakes = intakes;
    }

    /** What became of a label. */
    public sealed interface Outcome {

        /** It stands in the journal, as this event. */
        record Applied(String eventId) implements Outcome {}

        record Invalid(List<JsonProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** The request's key came with another body before. */
        record KeyReused() implements Outcome {}
    }

    /** Adds a label; returns when it is durable. */
    public Outcome add(Request request, Map<String, Object> label) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", request.id());
        event.put("source", SOURCE);
        event.put("type", "label.applied");
        event.put("time", Timestamps.format(request.atMillis(), 0));
        event.put("data", label);
        byte[] bytes = new CanonicalJson().write(event).getBytes(StandardCharsets.UTF_8);
        return switch (intakes.with(intake -> intake.read(bytes, request.atMillis(), request.actor()))) {
            case Admission.Refused refused -> new Outcome.Invalid(refused.problems());
            case Admission.Accepted accepted -> add(request, accepted);
        };
    }

    /** The time is that of the first request: what makes a repeat the same is what was asked. */
    private Outcome add(Request request, Admission.Accepted accepted) {
        EventEntry entry = accepted.entry().withBody(request.body());
        Admission.Accepted asked = new Admission.Accepted(accepted.event(), accepted.identity(), entry);
        Receipt receipt =
                decisions.perform(reply -> new Command.Accept(List.of(asked), false, Treatment.DECIDED, 0, reply));
        boolean isReused =
                receipt instanceof Receipt.Done done && done.fates().getFirst() instanceof Receipt.Fate.Conflict;
        return isReused
                ? new Outcome.KeyReused()
                : new Outcome.Applied(accepted.event().id());
    }
}
