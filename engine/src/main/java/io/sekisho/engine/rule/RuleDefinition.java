package io.sekisho.engine.rule;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Sourced;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as declared.
 *
 * @param when the condition, in CEL
 * @param hitsOnUnknown true where "could not tell" counts as a hit
 * @param score points from 0 to 100 that a hit adds
 * @param exempts ids of rules that a hit of this one lifts, within {@code cap}
 * @param releaseDelayMillis how long after the event the code may leave, for rules that allow with a delay
 */
public record RuleDefinition(
        String id,
        int version,
        Origin origin,
        List<Sourced> on,
        Status status,
        Sourced when,
        boolean hitsOnUnknown,
        Outcome outcome,
        int score,
        Reason reason,
        @Nullable Required required,
        @Nullable Hold hold,
        @Nullable Long releaseDelayMillis,
        List<Asked> actions,
        List<Sourced> exempts,
        @Nullable Cap cap,
        List<Example> tests) {

    public RuleDefinition {
        on = List.copyOf(on);
        actions = List.copyOf(actions);
        exempts = List.copyOf(exempts);
        tests = List.copyOf(tests);
    }

    /** The same rule with another condition. */
    public RuleDefinition withCondition(Sourced condition) {
        return new RuleDefinition(
                id,
                version,
                origin,
                on,
                status,
                condition,
                hitsOnUnknown,
                outcome,
                score,
                reason,
                required,
                hold,
                releaseDelayMillis,
                actions,
                exempts,
                cap,
                tests);
    }

    /** Whether a rule decides, only watches, or sleeps. */
    public enum Status {
        LIVE,
        /** Judged and recorded, but without any effect. */
        SHADOW,
        OFF
    }

    /** Why, for machines and for people in both languages. */
    public record Reason(String code, String en, String ja) {}

    /** What clears a challenge: one of the methods, within the time. */
    public record Required(List<String> methods, long withinMillis) {
        public Required {
            methods = List.copyOf(methods);
        }
    }

    /** How long a hold lasts, what ends it earlier, and what happens when nothing does. */
    public record Hold(long forMillis, List<String> releaseOn, boolean cancelsOnExpiry) {
        public Hold {
            releaseOn = List.copyOf(releaseOn);
        }
    }

    /** An action that the rule asks for. */
    public record Asked(ActionVerb verb, ActionTarget target) {}

    /** How much an exemption may let through: at most {@code sum} minor units within the window. */
    public record Cap(long sum, long windowMillis) {}

    /** A test of the rule: the events of a file, and the outcomes expected of some of them by event id. */
    public record Example(Sourced given, Map<String, Outcome> expect) {
        public Example {
            expect = Map.copyOf(expect);
        }
    }
}
