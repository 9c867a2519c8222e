package io.sekisho.server.decision;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.policy.Policy;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.wire.decision.DecisionWriter;
import io.sekisho.wire.record.DecisionCodec;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Decisions as the JSON of the contract: the same text at the first answer and at every later one. */
final class DecisionTexts {

    /** An event of a type that the policy does not decide gets this for an answer. */
    static final String NOT_DECIDED = "type_not_decided";

    /** An event that was counted as history, and now is sent for a decision. */
    static final String HISTORY = "counted_as_history";

    private final PolicyShelf shelf;

    DecisionTexts(PolicyShelf shelf) {
        this.shelf = shelf;
    }

    byte[] of(Receipt.Fate.Fresh fresh) {
        Policy policy = shelf.policy(fresh.policyId());
        Assessment assessment = fresh.assessment().orElseGet(() -> notEvaluated(NOT_DECIDED, policy));
        return text(
                policy,
                new DecisionWriter.Made(
                        fresh.event(), assessment, fresh.number(), fresh.decidedMillis(), fresh.latencyMicros()));
    }

    byte[] of(long number, EventAccepted record) {
        Policy policy = shelf.policy(record.policyId());
        Event event = Rebuild.event(record);
        return text(
                policy,
                new DecisionWriter.Made(
                        event, assessment(record, policy), number, record.decidedMillis(), record.latencyMicros()));
    }

    static Assessment assessment(EventAccepted record, Policy policy) {
        return switch (record.treatment()) {
            case DECIDED -> DecisionCodec.read(record.decision(), policy).assessment();
            case COUNTED -> notEvaluated(NOT_DECIDED, policy);
            case HISTORY -> notEvaluated(HISTORY, policy);
        };
    }

    private static Assessment notEvaluated(String why, Policy policy) {
        return Assessment.notEvaluated(
                why, policy.definition().bands().getFirst().level());
    }

    byte[] of(Policy policy, DecisionWriter.Made made) {
        return text(policy, made);
    }

    private static byte[] text(Policy policy, DecisionWriter.Made made) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            new DecisionWriter(policy.definition().version()).write(made, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
