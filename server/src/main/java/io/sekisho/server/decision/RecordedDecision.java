package io.sekisho.server.decision;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Reassessment;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.Rule;
import io.sekisho.wire.decision.DecisionWriter;
import io.sekisho.wire.record.DecisionCodec;
import io.sekisho.wire.record.DecisionCodec.Decided;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision with everything by which it was taken, read from its record. */
final class RecordedDecision {

    private final long number;
    private final EventAccepted record;
    private final Policy policy;
    private final Event event;
    private final Decided decided;

    RecordedDecision(long number, EventAccepted record, Policy policy) {
        this.number = number;
        this.record = record;
        this.policy = policy;
        this.event = Rebuild.event(record);
        this.decided = record.treatment() == Treatment.DECIDED
                ? DecisionCodec.read(record.decision(), policy)
                : new Decided(DecisionTexts.assessment(record, policy), new FeatureVector(policy.plan()), new int[0]);
    }

    EventAccepted record() {
        return record;
    }

    Assessment assessment() {
        return decided.assessment();
    }

    /** As the decision was answered. */
    DecisionWriter.Made made() {
        return made(decided.assessment());
    }

    /** Another assessment of the same event, as it would have been answered then. */
    DecisionWriter.Made made(Assessment assessment) {
        return new DecisionWriter.Made(event, assessment, number, record.decidedMillis(), record.latencyMicros());
    }

    /** Decides again by that policy, from what was recorded; features that the record lacks are absent. */
    Assessment again(Policy other) {
        FeatureVector features = new FeatureVector(other.plan());
        for (int index : decided.read()) {
            other.plan().indexOf(policy.plan().name(index)).ifPresent(place -> copy(index, place, features));
        }
        return Reassessment.of(
                other, new Reassessment.Inputs(event, record.entry().facts(), features), decided.assessment());
    }

    /** The features that the rules read: each a value, or null where it was absent. */
    Map<String, @Nullable Object> features() {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        for (int index : decided.read()) {
            features.put(policy.plan().name(index), plain(decided.features().objectAt(index)));
        }
        return features;
    }

    /** Why those features that have no value have none. */
    Map<String, Object> absentFeatures() {
        Map<String, Object> absent = new LinkedHashMap<>();
        for (int index : decided.read()) {
            if (!decided.features().isPresent(index)) {
                absent.put(
                        policy.plan().name(index),
                        decided.features().absence(index).word());
            }
        }
        return absent;
    }

    /** Every rule that looked at the event, and what it said. */
    List<Object> rules() {
        List<Object> rules = new ArrayList<>();
        if (record.treatment() == Treatment.DECIDED) {
            policy.of(event.typeName()).rules().forEach(rule -> rules.add(rule(rule)));
        }
        return rules;
    }

    private Map<String, Object> rule(Rule rule) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("id", rule.id());
        said.put("version", (long) rule.definition().version());
        said.put("status", rule.isShadow() ? "shadow" : "live");
        said.put("verdict", verdict(rule));
        return said;
    }

    private String verdict(Rule rule) {
        Assessment assessment = decided.assessment();
        if (assessment.hits().contains(rule) || assessment.shadowHits().contains(rule)) {
            return "hit";
        }
        if (assessment.lifted().contains(rule)) {
            return "exempted";
        }
        return assessment.unknown().contains(rule) ? "could_not_tell" : "missed";
    }

    private void copy(int from, int to, FeatureVector features) {
        FeatureVector recorded = decided.features();
        if (!recorded.isPresent(from)) {
            features.putAbsent(to, recorded.absence(from));
        } else if (recorded.objectAt(from) instanceof String text) {
            features.putText(to, text);
        } else {
            features.put(to, recorded.bitsAt(from));
        }
    }

    /** Spans as milliseconds, as in files of features. */
    static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Duration span ? (Object) span.toMillis() : value;
    }
}
