package io.sekisho.wire.event;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.event.Event;
import io.sekisho.wire.json.JsonProblem;
import java.util.List;
import java.util.Map;

/** What became of bytes that were to be an event. */
public sealed interface Reading {

    /**
     * A sound event.
     *
     * @param identity of source and id
     * @param body of all that the shop sent, in canonical form
     * @param hadCardNumber true where a card number stood in free text and was masked
     * @param canonical the event in canonical form, masked, without {@code traceparent} and {@code recordedtime}
     * @param tree what {@code canonical} says
     */
    record Accepted(
            Event event,
            Fingerprint identity,
            Fingerprint body,
            boolean hadCardNumber,
            String canonical,
            Map<String, Object> tree)
            implements Reading {}

    /** An event that was refused, with all that is wrong with it. */
    record Refused(List<JsonProblem> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
