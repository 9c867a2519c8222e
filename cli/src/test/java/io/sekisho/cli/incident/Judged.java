package io.sekisho.cli.incident;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.simulator.incident.Rendition.Told;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A decided event of an incident.
 *
 * @param wasContained whether an earlier decision contained the account
 */
record Judged(Told told, Assessment assessment, boolean wasContained) {
    /** What an attacker is taken to hold. */
    private static final Set<String> HELD = Set.of("password", "sms", "totp", "email");

    private static final Set<ActionVerb> FREEZING =
            EnumSet.of(ActionVerb.FREEZE_CODE, ActionVerb.FREEZE_BALANCE, ActionVerb.BLOCK_PAYMENT_METHOD);

    /** Whether the contract calls it stopped. */
    boolean isStopped() {
        return wasContained || isStoppedByItself();
    }

    private boolean isStoppedByItself() {
        return switch (assessment.outcome()) {
            case ALLOW -> false;
            case CHALLENGE -> isBeyondAttacker();
            case HOLD -> isLongHold();
            case DENY -> true;
        };
    }

    private boolean isBeyondAttacker() {
        Assessment.Required required = assessment.required();
        return required == null || Collections.disjoint(required.methods(), HELD);
    }

    private boolean isLongHold() {
        Assessment.Hold hold = assessment.hold();
        return hold != null
                && (hold.cancelsOnExpiry()
                        || hold.expiresMillis() - told.millis()
                                >= Duration.ofHours(24).toMillis());
    }

    boolean contains() {
        return does(ActionVerb.REVOKE_SESSIONS) && verbs().stream().anyMatch(FREEZING::contains);
    }

    boolean does(ActionVerb verb) {
        return verbs().contains(verb);
    }

    boolean is(Outcome outcome) {
        return assessment.outcome() == outcome;
    }

    private Set<ActionVerb> verbs() {
        return assessment.actions().stream().map(Action::verb).collect(Collectors.toSet());
    }
}
