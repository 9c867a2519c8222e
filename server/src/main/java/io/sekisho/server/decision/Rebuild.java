package io.sekisho.server.decision;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.policy.Policy;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.journal.JournalReader;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.record.DecisionCodec;
import io.sekisho.wire.record.JournalRecord;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.JournalRecord.Treatment;
import io.sekisho.wire.record.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Builds an engine up from the journal, and sees on the way that it decides everything as it was decided. Owned by one
 * thread.
 */
final class Rebuild {

    private final Engine engine;
    private final ListCatalog lists;
    private final long liveFrom;
    private final EventReader reader = new EventReader();
    private final DecisionCodec decisions = new DecisionCodec();
    private final List<Long> differences = new ArrayList<>();
    private long compared;

    /**
     * @param lists what the policy declares
     * @param liveFrom number of the first record that the policy decides; the events before are its history
     */
    Rebuild(Policy policy, ListCatalog lists, long liveFrom) {
        this.engine = new Engine(policy);
        this.lists = lists;
        this.liveFrom = liveFrom;
    }

    /** How many differences are remembered by their number; the others are counted only. */
    static final int MOST_DIFFERENCES = 100;

    /** Takes in the records up to that number; tells how far it is. */
    void run(JournalReader journal, long last, LongConsumer progress) {
        for (long number = engine.sequence() + 1; number <= last; number++) {
            take(RecordCodec.read(journal.read(number)));
            progress.accept(number);
        }
    }

    Engine engine() {
        return engine;
    }

    ListCatalog lists() {
        return lists;
    }

    /** How many decisions were taken again. */
    long compared() {
        return compared;
    }

    /** Numbers of the records that came out otherwise: none, unless the program or its files were changed. */
    List<Long> differences() {
        return List.copyOf(differences);
    }

    void take(JournalRecord record) {
        switch (record) {
            case EventAccepted event -> take(event);
            case ListChanged change -> {
                engine.see(change.identity(), change.body());
                Ledger.apply(engine, change);
                lists.apply(change);
            }
            case PolicyActivated policy -> engine.pass();
        }
    }

    private void take(EventAccepted record) {
        Event event = event(record);
        engine.see(reader.identity(event), record.entry().body());
        boolean isPast = record.treatment() == Treatment.HISTORY || engine.sequence() + 1 < liveFrom;
        if (isPast) {
            engine.count(event, record.entry().facts());
            return;
        }
        Optional<Assessment> assessment = engine.accept(event, record.entry().facts());
        compared += assessment.isPresent() ? 1 : 0;
        byte[] decision =
                assessment.map(made -> Ledger.encode(made, engine, decisions)).orElseGet(() -> new byte[0]);
        if (!Arrays.equals(decision, record.decision()) && differences.size() < MOST_DIFFERENCES) {
            differences.add(engine.sequence());
        }
    }

    /** The event as the engine saw it. */
    static Event event(EventAccepted record) {
        return EventReader.checked(tree(record), record.entry().receivedMillis());
    }

    static Map<String, Object> tree(EventAccepted record) {
        byte[] json = record.entry().canonical().getBytes(StandardCharsets.UTF_8);
        List<JsonProblem> problems = new ArrayList<>();
        return JsonTree.members(JsonTree.read(json, 0, json.length, problems)
                .orElseThrow(() -> new IllegalStateException("A record holds no event: " + problems)));
    }
}
