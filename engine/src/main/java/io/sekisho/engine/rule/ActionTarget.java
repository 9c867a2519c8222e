package io.sekisho.engine.rule;

import java.util.Locale;
import java.util.Optional;

/** To what an action is done: a part of the event, or earlier things of its account. */
public enum ActionTarget {
    ACCOUNT,
    SESSION,
    ORDER,
    PAYMENT,
    CODE,
    /** The orders that the account made within the last day, this one included. */
    RECENT_ORDERS,
    /** The codes that were issued to the account's orders within the last day. */
    RECENT_CODES;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ActionTarget> named(String word) {
        for (ActionTarget target : values()) {
            if (target.word().equals(word)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }
}
