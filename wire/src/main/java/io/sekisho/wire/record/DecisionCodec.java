package io.sekisho.wire.record;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.feature.ResultKind;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided, and by which values, as bytes: codes, not texts. Rules and features go by their place in the policy, so
 * reading takes the policy that decided. Owned by one thread.
 */
public final class DecisionCodec {

    /*
     * Statuses, outcomes, verbs and absences are written by their ordinals: they may be added at the end of their lists,
     * and never moved.
     */
    private static final Assessment.Status[] STATUSES = Assessment.Status.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ActionVerb[] VERBS = ActionVerb.values();
    private static final Absence[] ABSENCES = Absence.values();
    private static final int PRESENT = 0xff;

    private final RecordOutput out = new RecordOutput();

    /**
     * A decision and the features by which it was taken.
     *
     * @param read indexes of the features that were read, in the policy's plan; the others are absent
     */
    public record Decided(Assessment assessment, FeatureVector features, int[] read) {}

    /** The bytes of the decision. */
    public byte[] write(Decided decided, Policy policy) {
        out.clear();
        write(decided.assessment());
        out.putWhole(decided.read().length);
        for (int index : decided.read()) {
            out.putWhole(index);
            write(decided.features(), index, policy.plan().kind(index));
        }
        return out.toBytes();
    }

    /** The decision that the bytes hold, by the policy that decided. */
    public static Decided read(byte[] bytes, Policy policy) {
        RecordInput in = new RecordInput(bytes);
        Assessment assessment = readAssessment(in, policy);
        FeatureVector features = new FeatureVector(policy.plan());
        int[] read = new int[(int) in.takeWhole()];
        for (int i = 0; i < read.length; i++) {
            read[i] = (int) in.takeWhole();
            readFeature(in, features, read[i], policy.plan().kind(read[i]));
        }
        return new Decided(assessment, features, read);
    }

    private void write(Assessment assessment) {
        out.putByte(assessment.status().ordinal());
        out.putText(assessment.why());
        out.putByte(assessment.outcome().ordinal());
        out.putWhole(assessment.score());
        out.putText(assessment.level());
        write(assessment.hits());
        write(assessment.lifted());
        write(assessment.unknown());
        write(assessment.shadowHits());
        write(assessment.required());
        write(assessment.hold());
        writeRelease(assessment.releaseMillis());
        out.putWhole(assessment.actions().size());
        for (Action action : assessment.actions()) {
            out.putByte(action.verb().ordinal());
            out.putText(action.target());
        }
    }

    private static Assessment readAssessment(RecordInput in, Policy policy) {
        return new Assessment(
                STATUSES[in.takeByte()],
                in.takeText(),
                OUTCOMES[in.takeByte()],
                (int) in.takeWhole(),
                in.takeText(),
                readRules(in, policy),
                readRules(in, policy),
                readRules(in, policy),
                readRules(in, policy),
                readRequired(in),
                readHold(in),
                in.takeFlag() ? in.takeLong() : null,
                readActions(in));
    }

    private void write(List<Rule> rules) {
        out.putWhole(rules.size());
        rules.forEach(rule -> out.putWhole(rule.number()));
    }

    private static List<Rule> readRules(RecordInput in, Policy policy) {
        int count = (int) in.takeWhole();
        List<Rule> rules = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rules.add(policy.rules().get((int) in.takeWhole()));
        }
        return rules;
    }

    private void write(Assessment.@Nullable Required required) {
        out.putFlag(required != null);
        if (required != null) {
            out.putTexts(required.methods());
            out.putLong(required.expiresMillis());
        }
    }

    private static Assessment.@Nullable Required readRequired(RecordInput in) {
        return in.takeFlag() ? new Assessment.Required(in.takeTexts(), in.takeLong()) : null;
    }

    private void write(Assessment.@Nullable Hold hold) {
        out.putFlag(hold != null);
        if (hold != null) {
            out.putLong(hold.expiresMillis());
            out.putFlag(hold.cancelsOnExpiry());
            out.putTexts(hold.releaseOn());
        }
    }

    private static Assessment.@Nullable Hold readHold(RecordInput in) {
        return in.takeFlag() ? new Assessment.Hold(in.takeLong(), in.takeFlag(), in.takeTexts()) : null;
    }

    private void writeRelease(@Nullable Long releaseMillis) {
        out.putFlag(releaseMillis != null);
        if (releaseMillis != null) {
            out.putLong(releaseMillis);
        }
    }

    private static List<Action> readActions(RecordInput in) {
        int count = (int) in.takeWhole();
        List<Action> actions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            actions.add(new Action(VERBS[in.takeByte()], in.takeText()));
        }
        return actions;
    }

    private void write(FeatureVector features, int index, ResultKind kind) {
        if (!features.isPresent(index)) {
            out.putByte(features.absence(index).ordinal());
            return;
        }
        out.putByte(PRESENT);
        switch (kind) {
            case WHOLE, SPAN, FLAG -> out.putWhole(features.bitsAt(index));
            case NUMBER -> out.putLong(features.bitsAt(index));
            case TEXT -> out.putText(String.valueOf(features.objectAt(index)));
        }
    }

    private static void readFeature(RecordInput in, FeatureVector features, int index, ResultKind kind) {
        int mark = in.takeByte();
        if (mark != PRESENT) {
            features.putAbsent(index, ABSENCES[mark]);
            return;
        }
        switch (kind) {
            case WHOLE, SPAN, FLAG -> features.put(index, in.takeWhole());
            case NUMBER -> features.put(index, in.takeLong());
            case TEXT -> features.putText(index, in.takeText());
        }
    }
}
