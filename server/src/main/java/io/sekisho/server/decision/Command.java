package io.sekisho.server.decision;

import io.sekisho.engine.decision.Engine;
import io.sekisho.server.intake.Admission;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.util.List;
import java.util.function.Consumer;

/** Something that the deciding thread is to do, in its turn. */
sealed interface Command {

    /** How many places it takes in the queue. */
    default int weight() {
        return 1;
    }

    /** Answers that it cannot be done. */
    void refuse(Unavailability reason);

    /**
     * Events to be accepted.
     *
     * @param isWhole true where either all are accepted or none
     * @param treatment HISTORY for events that are not decided
     * @param receivedNanos of the ticker, when the first of their bytes were there
     */
    record Accept(
            List<Admission.Accepted> events,
            boolean isWhole,
            Treatment treatment,
            long receivedNanos,
            Consumer<Receipt> reply)
            implements Command {

        public Accept {
            events = List.copyOf(events);
        }

        @Override
        public int weight() {
            return events.size();
        }

        @Override
        public void refuse(Unavailability reason) {
            reply.accept(new Receipt.Refused(reason));
        }
    }

    /** A change of a list. */
    record Change(ListChanged change, Consumer<Receipt> reply) implements Command {

        @Override
        public void refuse(Unavailability reason) {
            reply.accept(new Receipt.Refused(reason));
        }
    }

    /** A question to the engine between two events; it changes nothing. */
    record Ask(Consumer<Engine> question, Consumer<Unavailability> refusal) implements Command {

        @Override
        public void refuse(Unavailability reason) {
            refusal.accept(reason);
        }
    }
}
