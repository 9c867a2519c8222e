package io.sekisho.server.intake;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.event.Event;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.record.EventEntry;
import java.util.List;

/** What the intake made of bytes that were sent as an event. */
public sealed interface Admission {

    /**
     * An event that may be decided.
     *
     * @param event pseudonyms in the place of personal texts
     * @param entry what the journal keeps of it
     */
    record Accepted(Event event, Fingerprint identity, EventEntry entry) implements Admission {}

    /** Bytes that are no event of the contract, with all that is wrong with them. */
    record Refused(List<JsonProblem> problems) implements Admission {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
