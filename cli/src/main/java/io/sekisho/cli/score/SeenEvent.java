package io.sekisho.cli.score;

import io.sekisho.engine.rule.Outcome;
import org.jspecify.annotations.Nullable;

/** What is remembered of an event. */
final class SeenEvent {

    final String type;
    final long timeMillis;

    /** Null where the event names none. */
    final @Nullable Account account;

    /** The event's own label, or that of the order that it creates; null where both have none. */
    final @Nullable Label label;

    /** The order that the event creates, or that its gift code is of. */
    @Nullable
    PlacedOrder order;

    /** Null until a decision is read. */
    @Nullable
    Outcome outcome;

    boolean isNotified;

    SeenEvent(String type, long timeMillis, @Nullable Account account, @Nullable Label label) {
        this.type = type;
        this.timeMillis = timeMillis;
        this.account = account;
        this.label = label;
    }

    boolean createsOrder() {
        return type.equals("order.created");
    }

    boolean issuesCode() {
        return type.equals("gift_code.issued");
    }

    /** Whether the decision was anything but to let it pass. */
    boolean isFlagged() {
        return outcome != null && outcome != Outcome.ALLOW;
    }
}
