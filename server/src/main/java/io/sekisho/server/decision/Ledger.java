package io.sekisho.server.decision;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.decision.SeenEvents.Sight;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.expression.ListChange;
import io.sekisho.engine.policy.Policy;
import io.sekisho.server.intake.Admission;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.record.DecisionCodec;
import io.sekisho.wire.record.EventEntry;
import io.sekisho.wire.record.JournalRecord;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.JournalRecord.Treatment;
import io.sekisho.wire.record.RecordCodec;
import java.io.IOException;
import java.util.Optional;

/**
 * The engine and its journal in step: what the one takes in, the other records under the same number. Owned by the deciding
 * thread.
 */
final class Ledger {

    private static final byte[] NOT_DECIDED = {};

    private final Engine engine;
    private final long policyId;
    private final Journal journal;
    private final ListCatalog lists;
    private final RecordCodec records = new RecordCodec();
    private final DecisionCodec decisions = new DecisionCodec();

    Ledger(Engine engine, long policyId, Journal journal, ListCatalog lists) {
        this.engine = engine;
        this.policyId = policyId;
        this.journal = journal;
        this.lists = lists;
    }

    Engine engine() {
        return engine;
    }

    Journal journal() {
        return journal;
    }

    ListCatalog lists() {
        return lists;
    }

    /** The policy by which it decides. */
    long policyId() {
        return policyId;
    }

    Sight look(Admission.Accepted event) {
        return engine.look(event.identity(), event.entry().body());
    }

    /**
     * Takes the event in if it is new.
     *
     * @param clock when, and how long since its receipt
     */
    Receipt.Fate take(Admission.Accepted event, Treatment treatment, Timing clock) throws IOException {
        return switch (engine.see(event.identity(), event.entry().body())) {
            case NEW -> takeNew(event, treatment, clock);
            case REPEATED ->
                new Receipt.Fate.Repeated(engine.numberOf(event.identity()).orElseThrow());
            case CONFLICTING -> new Receipt.Fate.Conflict();
        };
    }

    /** When a decision is taken, and how long after the receipt of its event. */
    record Timing(long decidedMillis, long latencyMicros) {}

    private Receipt.Fate takeNew(Admission.Accepted accepted, Treatment treatment, Timing clock) throws IOException {
        EventEntry entry = accepted.entry();
        Optional<Assessment> assessment = judge(accepted, entry.facts(), treatment);
        Treatment became = treatment == Treatment.HISTORY
                ? treatment
                : assessment.isPresent() ? Treatment.DECIDED : Treatment.COUNTED;
        byte[] decision = assessment.map(this::encoded).orElse(NOT_DECIDED);
        append(new EventAccepted(entry, became, policyId, clock.decidedMillis(), clock.latencyMicros(), decision));
        return new Receipt.Fate.Fresh(
                engine.sequence(),
                accepted.event(),
                assessment,
                policyId,
                clock.decidedMillis(),
                clock.latencyMicros());
    }

    private Optional<Assessment> judge(Admission.Accepted accepted, Facts facts, Treatment treatment) {
        if (treatment == Treatment.HISTORY) {
            engine.count(accepted.event(), facts);
            return Optional.empty();
        }
        return engine.accept(accepted.event(), facts);
    }

    private byte[] encoded(Assessment assessment) {
        return encode(assessment, engine, decisions);
    }

    /** The decision that the engine has just taken, as the journal keeps it. */
    static byte[] encode(Assessment assessment, Engine engine, DecisionCodec codec) {
        Policy policy = engine.policy();
        return codec.write(new DecisionCodec.Decided(assessment, engine.features(), engine.featuresRead()), policy);
    }

    /** Changes the list if the same request was not made before. */
    Receipt.Fate change(ListChanged change) throws IOException {
        return switch (engine.see(change.identity(), change.body())) {
            case NEW -> {
                apply(engine, change);
                append(change);
                lists.apply(change);
                yield new Receipt.Fate.Repeated(engine.sequence());
            }
            case REPEATED ->
                new Receipt.Fate.Repeated(engine.numberOf(change.identity()).orElseThrow());
            case CONFLICTING -> new Receipt.Fate.Conflict();
        };
    }

    /** A change without a value makes a list that holds nothing yet. */
    static void apply(Engine engine, ListChanged change) {
        if (change.value().isEmpty()) {
            engine.pass();
            return;
        }
        engine.change(new ListChange(change.list(), change.value(), change.isAddition(), change.expiryMillis()));
    }

    void activate(PolicyActivated policy) throws IOException {
        engine.pass();
        append(policy);
    }

    private void append(JournalRecord record) throws IOException {
        journal.append(records.write(record));
        if (journal.lastNumber() != engine.sequence()) {
            throw new IllegalStateException(
                    "The engine is at " + engine.sequence() + ", the journal at " + journal.lastNumber());
        }
    }
}
