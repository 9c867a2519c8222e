package io.sekisho.wire.record;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;

/** One record of the journal; its number in the journal is the sequence number of what it tells. */
public sealed interface JournalRecord {

    /**
     * An event that was accepted.
     *
     * @param policyId the policy that was live, as its {@link PolicyActivated} names it
     * @param decidedMillis when it was decided
     * @param latencyMicros from its receipt to its decision
     * @param decision as {@link DecisionCodec} reads it; empty where the event was only counted
     */
    record EventAccepted(
            EventEntry entry,
            Treatment treatment,
            long policyId,
            long decidedMillis,
            long latencyMicros,
            byte[] decision)
            implements JournalRecord {}

    /** What became of an accepted event. Written by its ordinal: add at the end only. */
    enum Treatment {
        /** Counted, as something that happened before the server watched. */
        HISTORY,
        /** Counted; the policy decides no events of its type. */
        COUNTED,
        DECIDED
    }

    /**
     * A value put on a list, or taken off it.
     *
     * @param identity by which the same request is known again
     * @param body of that request
     * @param value as events hold it: a pseudonym where it is personal
     * @param plain the value as it was given, sealed where it is personal
     * @param expiryMillis {@link Long#MAX_VALUE} for never
     */
    record ListChanged(
            Fingerprint identity,
            Fingerprint body,
            long atMillis,
            String actor,
            String list,
            boolean isAddition,
            String value,
            EventEntry.Sealed plain,
            long expiryMillis,
            String note)
            implements JournalRecord {}

    /**
     * A policy that decides from here on; the events before count as its history.
     *
     * @param policyId the first 64 bits of its fingerprint
     */
    record PolicyActivated(long policyId, String fingerprint, String version, long atMillis, String actor)
            implements JournalRecord {}
}
