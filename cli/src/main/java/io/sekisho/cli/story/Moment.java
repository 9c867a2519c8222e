package io.sekisho.cli.story;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An event of an account that the story may tell of.
 *
 * @param assessment null where the policy does not decide the type
 * @param isAttack whether the simulated attacker caused it
 * @param line the event as it stands in the file
 * @param decision the decision as it stands in the file; empty where there is none
 */
record Moment(
        Event event, Facts facts, @Nullable Assessment assessment, boolean isAttack, String line, String decision) {

    EventType type() {
        return event.type();
    }

    boolean isDecided() {
        return assessment != null;
    }

    Outcome outcome() {
        return assessment == null ? Outcome.ALLOW : assessment.outcome();
    }

    boolean asks(ActionVerb verb) {
        return assessment != null && assessment.actions().stream().anyMatch(action -> action.verb() == verb);
    }

    /** Whether the decision put the attacker out of the account. */
    boolean contains() {
        return asks(ActionVerb.REVOKE_SESSIONS);
    }

    boolean isGiftOrder() {
        return type() == EventType.ORDER_CREATED && event.giftAmount() > 0;
    }
}
