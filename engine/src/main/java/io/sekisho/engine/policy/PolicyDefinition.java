package io.sekisho.engine.policy;

import io.sekisho.engine.expression.ValueList;
import io.sekisho.engine.feature.FeatureDefinition;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.RuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy as declared: what a policy directory says.
 *
 * @param decides event types, or groups of them, that get a decision
 * @param clockSkewMillis how far events of a key may come out of order and still read it as it is now
 * @param coolingOffMillis how old a factor must be before it can clear a challenge, by verification method
 * @param brokenFeatures names of features that could not be read: whoever uses them is not to blame
 * @param fail what a shop does without an answer, by event type, first match counts
 */
public record PolicyDefinition(
        String version,
        String timezone,
        String currency,
        List<Sourced> decides,
        long clockSkewMillis,
        List<Parameter> parameters,
        Map<String, Long> coolingOffMillis,
        List<FailRule> fail,
        List<Band> bands,
        List<FeatureDefinition> features,
        List<RuleDefinition> rules,
        Map<String, ValueList> lists,
        Set<String> brokenFeatures) {

    public PolicyDefinition {
        decides = List.copyOf(decides);
        parameters = List.copyOf(parameters);
        coolingOffMillis = Map.copyOf(coolingOffMillis);
        fail = List.copyOf(fail);
        bands = List.copyOf(bands);
        features = List.copyOf(features);
        rules = List.copyOf(rules);
        lists = Map.copyOf(lists);
        brokenFeatures = Set.copyOf(brokenFeatures);
    }

    /** A named constant of the policy: a Long, Double, Boolean, String or Duration. */
    public record Parameter(String name, Object value, Origin origin) {}

    /** What a shop does with events of these types when no decision can be had. */
    public record FailRule(String pattern, Outcome outcome) {}

    /** Scores from {@code from} upwards have this level, and perhaps this outcome. */
    public record Band(int from, String level, @Nullable Outcome outcome) {}
}
