package io.sekisho.server.decision;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.policy.Policy;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.pseudonym.Originals;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The records of decisions, whole: from the journal, and so also with the database away. Safe for all threads. */
public final class DecisionRecords {

    private final Decisions decisions;
    private final CustomerKeys customers;

    DecisionRecords(Decisions decisions, CustomerKeys customers) {
        this.decisions = decisions;
        this.customers = customers;
    }

    /** The decision of that id with event, facts, features and rules; personal texts are those that the shop sent. */
    public Optional<Map<String, Object>> whole(String decisionId) {
        return find(decisionId).map(this::whole);
    }

    /** The decision of that id taken again from its record, by its own policy or by the one that is live now. */
    public Optional<Map<String, Object>> again(String decisionId, boolean isByLivePolicy) {
        return find(decisionId).map(recorded -> again(recorded, isByLivePolicy));
    }

    /** The policy by which the decision of that id was taken. */
    public Optional<Policy> policyOf(String decisionId) {
        return find(decisionId).map(recorded -> policyOf(recorded.record()));
    }

    private Optional<RecordedDecision> find(String decisionId) {
        return DecisionKey.parse(decisionId).flatMap(identity -> {
            OptionalLong number = decisions.ask(engine -> engine.numberOf(identity));
            return number.isPresent() ? read(number.getAsLong()) : Optional.empty();
        });
    }

    /** What the engine has just accepted may still be on its way to the disk: it is not there yet. */
    private Optional<RecordedDecision> read(long number) {
        if (number > decisions.committed()) {
            return Optional.empty();
        }
        JournalRecord record = decisions.log().read(number);
        return record instanceof EventAccepted event
                ? Optional.of(new RecordedDecision(number, event, decisions.policy(event.policyId())))
                : Optional.empty();
    }

    private Map<String, Object> whole(RecordedDecision recorded) {
        EventAccepted record = recorded.record();
        Map<String, Object> whole = tree(decisions.texts().of(policyOf(record), recorded.made()));
        whole.put("received_at", Timestamps.format(record.entry().receivedMillis(), 0));
        whole.put("treatment", record.treatment().name().toLowerCase(java.util.Locale.ROOT));
        whole.put("sender", record.entry().sender());
        whole.put("event", restored(record));
        whole.put("facts", facts(record.entry().facts()));
        whole.put("features", recorded.features());
        whole.put("absent_features", recorded.absentFeatures());
        whole.put("rules", recorded.rules());
        return whole;
    }

    private Map<String, Object> again(RecordedDecision recorded, boolean isByLivePolicy) {
        Policy policy = isByLivePolicy ? decisions.livePolicy() : policyOf(recorded.record());
        Assessment again = recorded.again(policy);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("equal", again.equals(recorded.assessment()));
        answer.put("recorded", tree(decisions.texts().of(policyOf(recorded.record()), recorded.made())));
        answer.put("replayed", tree(decisions.texts().of(policy, recorded.made(again))));
        return answer;
    }

    private Policy policyOf(EventAccepted record) {
        return decisions.policy(record.policyId());
    }

    /** Where the customer's key was erased, the pseudonyms stay. */
    private Map<String, Object> restored(EventAccepted record) {
        Map<String, Object> event = Rebuild.tree(record);
        Sealed sealed = record.entry().sealed();
        return sealed.isEmpty()
                ? event
                : customers
                        .open(sealed)
                        .map(texts -> Originals.restore(event, tree(texts)))
                        .orElse(event);
    }

    private static Map<String, Object> facts(Facts facts) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (FactName name : FactName.values()) {
            Object value = facts.value(name);
            members.put(name.word(), value instanceof Absence absence ? Map.of("absent", absence.word()) : value);
        }
        return members;
    }

    private static Map<String, Object> tree(byte[] json) {
        return JsonTree.members(
                JsonTree.read(json, 0, json.length, new ArrayList<>()).orElseThrow());
    }
}
