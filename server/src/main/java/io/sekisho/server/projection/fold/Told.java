package io.sekisho.server.projection.fold;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.wire.record.JournalRecord;
import org.jspecify.annotations.Nullable;

/** A record of the journal, understood. */
public sealed interface Told {

    /** Of the record in the journal. */
    long number();

    /** An event was accepted. */
    record EventTold(
            long number,
            JournalRecord.EventAccepted accepted,
            Event event,
            @Nullable Judged judged) implements Told {}

    /** A list was changed. */
    record ListTold(long number, JournalRecord.ListChanged change) implements Told {}

    /** A policy went live. */
    record PolicyTold(long number, JournalRecord.PolicyActivated policy) implements Told {}

    /** What was decided, and by which policy. */
    record Judged(String decisionId, Assessment assessment, PolicyDefinition policy) {}
}
