package io.sekisho.server.decision;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.event.Event;
import java.util.List;
import java.util.Optional;

/** What became of a command; given once it is durable. */
public sealed interface Receipt {

    /** What became of each event, in their order. */
    record Done(List<Fate> fates) implements Receipt {
        public Done {
            fates = List.copyOf(fates);
        }
    }

    /** Nothing was accepted, because some of the events conflict with earlier ones: the indexes of these. */
    record Conflicting(List<Integer> indexes) implements Receipt {
        public Conflicting {
            indexes = List.copyOf(indexes);
        }
    }

    /** Nothing was accepted. */
    record Refused(Unavailability reason) implements Receipt {}

    /** What became of one event. */
    sealed interface Fate {

        /**
         * Accepted.
         *
         * @param number its sequence number
         * @param assessment absent where it was only counted
         */
        record Fresh(
                long number,
                Event event,
                Optional<Assessment> assessment,
                long policyId,
                long decidedMillis,
                long latencyMicros)
                implements Fate {}

        /** Accepted before, with the same body, under that number. */
        record Repeated(long number) implements Fate {}

        /** Known with another body; not accepted. */
        record Conflict() implements Fate {}
    }
}
