package io.sekisho.engine.decision;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.expression.Scope;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.policy.Policy;

/**
 * A decision taken again from its record: every rule judges the recorded event, facts and features once more. What the
 * decision drew from the past beside these (factors old enough, exemptions left, recent orders) is read off the record.
 */
public final class Reassessment {

    private Reassessment() {}

    /**
     * What was known when the decision was taken.
     *
     * @param features of the policy that decides again; those that the record lacks are absent
     */
    public record Inputs(Event event, Facts facts, FeatureVector features) {}

    /** What the policy makes of it; the lists are those of now. */
    public static Assessment of(Policy policy, Inputs inputs, Assessment recorded) {
        Assessor assessor = new Assessor(policy, new RecordedRecollection(recorded));
        if (recorded.status() != Assessment.Status.EVALUATED) {
            return assessor.notEvaluated(recorded.why());
        }
        Scope scope = policy.vocabulary().newScope();
        scope.enter(inputs.event(), inputs.facts(), inputs.features());
        return assessor.assess(
                inputs.event(), policy.of(inputs.event().typeName()).rules(), scope);
    }
}
