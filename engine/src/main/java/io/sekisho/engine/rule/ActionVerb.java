package io.sekisho.engine.rule;

import java.util.Locale;
import java.util.Optional;

/** What a decision can ask for, beside its outcome. */
public enum ActionVerb {
    HOLD_ORDER(ActionTarget.ORDER),
    RELEASE_ORDER(ActionTarget.ORDER),
    CANCEL_ORDER(ActionTarget.ORDER),
    VOID_PAYMENT(ActionTarget.PAYMENT),
    REFUND_PAYMENT(ActionTarget.PAYMENT),
    FREEZE_CODE(ActionTarget.CODE),
    REVOKE_CODE(ActionTarget.CODE),
    FREEZE_BALANCE(ActionTarget.ACCOUNT),
    REVOKE_SESSIONS(ActionTarget.ACCOUNT),
    REQUIRE_PASSWORD_RESET(ActionTarget.ACCOUNT),
    REQUIRE_STEP_UP(ActionTarget.ACCOUNT),
    REMOVE_ADDED_CREDENTIALS(ActionTarget.ACCOUNT),
    REVERT_PROFILE_CHANGE(ActionTarget.ACCOUNT),
    UNHIDE_ORDERS(ActionTarget.ACCOUNT),
    BLOCK_PAYMENT_METHOD(ActionTarget.ACCOUNT),
    NOTIFY_OUT_OF_BAND(ActionTarget.ACCOUNT),
    OPEN_CASE(ActionTarget.ACCOUNT),
    EMIT_SIGNAL(ActionTarget.ACCOUNT);

    private final ActionTarget usual;

    ActionVerb(ActionTarget usual) {
        this.usual = usual;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is done to where the rule does not say. */
    public ActionTarget usualTarget() {
        return usual;
    }

    public static Optional<ActionVerb> named(String word) {
        for (ActionVerb verb : values()) {
            if (verb.word().equals(word)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
