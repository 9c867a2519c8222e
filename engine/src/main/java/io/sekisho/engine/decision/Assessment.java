package io.sekisho.engine.decision;

import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine found about an event.
 *
 * @param why of a status other than evaluated: a stable word; empty otherwise
 * @param score 0 to 100
 * @param hits live rules that hit and were not lifted, in the policy's order
 * @param lifted live rules that hit but were exempted
 * @param unknown rules that could not tell
 * @param shadowHits shadow rules that hit; they changed nothing
 * @param releaseMillis before which an allowed code must not leave
 */
public record Assessment(
        Status status,
        String why,
        Outcome outcome,
        int score,
        String level,
        List<Rule> hits,
        List<Rule> lifted,
        List<Rule> unknown,
        List<Rule> shadowHits,
        @Nullable Required required,
        @Nullable Hold hold,
        @Nullable Long releaseMillis,
        List<Action> actions) {

    public Assessment {
        hits = List.copyOf(hits);
        lifted = List.copyOf(lifted);
        unknown = List.copyOf(unknown);
        shadowHits = List.copyOf(shadowHits);
        actions = List.copyOf(actions);
    }

    /** Whether the event was judged. */
    public enum Status {
        EVALUATED,
        /** A part of the system failed; the answer is the fail policy's. */
        DEGRADED,
        NOT_EVALUATED
    }

    /** What clears a challenge or a hold, until when. */
    public record Required(List<String> methods, long expiresMillis) {
        public Required {
            methods = List.copyOf(methods);
        }
    }

    /** How a hold ends. */
    public record Hold(long expiresMillis, boolean cancelsOnExpiry, List<String> releaseOn) {
        public Hold {
            releaseOn = List.copyOf(releaseOn);
        }
    }

    /** An answer without a judgement. */
    public static Assessment notEvaluated(String why, String level) {
        return new Assessment(
                Status.NOT_EVALUATED,
                why,
                Outcome.ALLOW,
                0,
                level,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of());
    }
}
