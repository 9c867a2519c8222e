package io.sekisho.engine.testkit;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.RuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule in the making: live, on every type, always hit, allowing, worth nothing, unless it says otherwise. */
public final class RuleDraft {

    private final String id;
    private final List<RuleDefinition.Asked> actions = new ArrayList<>();
    private List<Sourced> on = List.of(Sourced.of("*"));
    private RuleDefinition.Status status = RuleDefinition.Status.LIVE;
    private Sourced when = Sourced.of("true");
    private boolean hitsOnUnknown;
    private Outcome outcome = Outcome.ALLOW;
    private int score;
    private RuleDefinition.@Nullable Required required;
    private RuleDefinition.@Nullable Hold hold;
    private @Nullable Long releaseDelayMillis;
    private List<Sourced> exempts = List.of();
    private RuleDefinition.@Nullable Cap cap;

    private RuleDraft(String id) {
        this.id = id;
    }

    public static RuleDraft rule(String id) {
        return new RuleDraft(id);
    }

    public RuleDraft on(String... types) {
        on = Arrays.stream(types).map(Sourced::of).toList();
        return this;
    }

    public RuleDraft status(RuleDefinition.Status value) {
        status = value;
        return this;
    }

    public RuleDraft when(String condition) {
        when = Sourced.of(condition);
        return this;
    }

    public RuleDraft hitsOnUnknown() {
        hitsOnUnknown = true;
        return this;
    }

    public RuleDraft outcome(Outcome value) {
        outcome = value;
        return this;
    }

    public RuleDraft score(int points) {
        score = points;
        return this;
    }

    /** Challenges; any of the methods clears it. */
    public RuleDraft challenge(long withinMillis, String... methods) {
        required = new RuleDefinition.Required(List.of(methods), withinMillis);
        return outcome(Outcome.CHALLENGE);
    }

    /** The methods that clear it; the outcome stays as it is. */
    public RuleDraft required(long withinMillis, String... methods) {
        required = new RuleDefinition.Required(List.of(methods), withinMillis);
        return this;
    }

    public RuleDraft hold(long forMillis, boolean cancelsOnExpiry, String... releaseOn) {
        hold = new RuleDefinition.Hold(forMillis, List.of(releaseOn), cancelsOnExpiry);
        return outcome(Outcome.HOLD);
    }

    public RuleDraft releaseAfter(long millis) {
        releaseDelayMillis = millis;
        return this;
    }

    public RuleDraft does(ActionVerb verb, ActionTarget target) {
        actions.add(new RuleDefinition.Asked(verb, target));
        return this;
    }

    public RuleDraft exempts(String... ids) {
        exempts = Arrays.stream(ids).map(Sourced::of).toList();
        return this;
    }

    public RuleDraft cap(long sum, long windowMillis) {
        cap = new RuleDefinition.Cap(sum, windowMillis);
        return this;
    }

    public RuleDefinition define() {
        return new RuleDefinition(
                id,
                1,
                new Origin("rules/test.yaml", 1, 1),
                on,
                status,
                when,
                hitsOnUnknown,
                outcome,
                score,
                new RuleDefinition.Reason(id, "reason of " + id, "理由 " + id),
                required,
                hold,
                releaseDelayMillis,
                actions,
                exempts,
                cap,
                List.of());
    }
}
