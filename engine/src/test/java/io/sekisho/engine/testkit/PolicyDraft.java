package io.sekisho.engine.testkit;

import io.sekisho.engine.expression.ValueList;
import io.sekisho.engine.feature.FeatureDefinition;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.policy.PolicyCompiler;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.engine.policy.PolicyDefinition.Band;
import io.sekisho.engine.policy.PolicyDefinition.FailRule;
import io.sekisho.engine.policy.PolicyDefinition.Parameter;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.RuleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy in the making: in yen, with two seconds of clock skew, deciding every type, unless it says otherwise. */
public final class PolicyDraft {

    public static final long CLOCK_SKEW_MILLIS = 2_000;

    private List<Sourced> decides = List.of(Sourced.of("*"));
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Long> coolingOffMillis = new HashMap<>();
    private final List<FailRule> fail = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<FeatureDefinition> features = new ArrayList<>();
    private final List<RuleDefinition> rules = new ArrayList<>();
    private final Map<String, ValueList> lists = new HashMap<>();

    public PolicyDraft decides(String... types) {
        decides = List.of(types).stream().map(Sourced::of).toList();
        return this;
    }

    public PolicyDraft parameter(String name, Object value) {
        parameters.add(new Parameter(name, value, new Origin("policy.yaml", 1, 1)));
        return this;
    }

    public PolicyDraft coolingOff(String method, long millis) {
        coolingOffMillis.put(method, millis);
        return this;
    }

    public PolicyDraft fail(List<FailRule> rules) {
        fail.addAll(rules);
        return this;
    }

    public PolicyDraft band(int from, String level, @Nullable Outcome outcome) {
        bands.add(new Band(from, level, outcome));
        return this;
    }

    public PolicyDraft features(List<FeatureDefinition> definitions) {
        features.addAll(definitions);
        return this;
    }

    public PolicyDraft feature(FeatureDraft draft) {
        features.add(draft.define());
        return this;
    }

    public PolicyDraft rule(RuleDraft draft) {
        rules.add(draft.define());
        return this;
    }

    public PolicyDraft list(String name, Map<String, Long> expiries) {
        lists.put(name, new ValueList(name, expiries));
        return this;
    }

    public PolicyDefinition define() {
        return new PolicyDefinition(
                "test-1",
                "Asia/Tokyo",
                "JPY",
                decides,
                CLOCK_SKEW_MILLIS,
                parameters,
                coolingOffMillis,
                fail,
                bands.isEmpty() ? List.of(new Band(0, "low", null)) : bands,
                features,
                rules,
                lists,
                java.util.Set.of());
    }

    /** The policy, which must have no errors. */
    public Policy compile() {
        List<Problem> problems = new ArrayList<>();
        return PolicyCompiler.compile(define(), problems::add)
                .orElseThrow(() -> new AssertionError("The policy does not compile: " + problems));
    }

    /** Everything that the compiler has to say, warnings too. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        boolean isCompiled = PolicyCompiler.compile(define(), problems::add).isPresent();
        if (isCompiled != problems.stream().noneMatch(Problem::isError)) {
            throw new AssertionError("Compiled: " + isCompiled + ", but problems: " + problems);
        }
        return problems;
    }
}
