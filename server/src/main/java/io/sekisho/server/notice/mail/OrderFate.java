package io.sekisho.server.notice.mail;

import java.util.Locale;

/** What became of an order that a customer is told of; the later, the weightier. */
public enum OrderFate {
    /** Taken, not charged as far as is known, and nothing was done about it. */
    PLACED,
    /** A question was asked, and the order waits for its answer; not charged. */
    WAITING,
    /** Held: not charged, and the code not sent. */
    HELD,
    /** Refused: not charged. */
    REFUSED,
    /** The money was taken. */
    CHARGED;

    /** Key of its sentence. */
    public String key() {
        return "fate." + name().toLowerCase(Locale.ROOT);
    }

    /** The weightier of the two. */
    public OrderFate or(OrderFate other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
