package io.sekisho.cli.score;

import org.jspecify.annotations.Nullable;

/** What is remembered of an account. */
final class Account {

    /** No time yet. */
    static final long NEVER = Long.MAX_VALUE;

    final String id;

    /** What its own label says; null where it has none. */
    final @Nullable Label label;

    /** Event time of the first event that a label calls an attack, in milliseconds. */
    long firstAttackMillis = NEVER;

    /** Event time of the first notice not before {@link #firstAttackMillis}. */
    long firstNoticeMillis = NEVER;

    /** Whether a decision up to here, in file order, revoked the sessions and froze or blocked something. */
    boolean isContained;

    /** Decisions that notified the customer. */
    long notices;

    Account(String id, @Nullable Label label) {
        this.id = id;
        this.label = label;
    }

    boolean isAttacked() {
        return (label != null && label.isAttack()) || firstAttackMillis != NEVER;
    }

    void attacked(long millis) {
        firstAttackMillis = Math.min(firstAttackMillis, millis);
    }

    void notified(long millis) {
        notices++;
        if (millis >= firstAttackMillis) {
            firstNoticeMillis = Math.min(firstNoticeMillis, millis);
        }
    }
}
