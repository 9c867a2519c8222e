package io.sekisho.cli.score;

import org.jspecify.annotations.Nullable;

/** What is remembered of an order. */
final class PlacedOrder {

    final SeenEvent created;
    final Amount amount;

    /** Pieces of stored value in it; 0 for goods. */
    final long codes;

    /** Position in the list of pairs of account and device; -1 where the event names no device. */
    final int device;

    /** Null where neither the order nor a code of it has a label. */
    @Nullable
    Label label;

    /** The stored value at stake; null for a probe and for an honest order. */
    @Nullable
    Amount stake;

    /** Whether its own decision, or an earlier one on the account, stopped it. */
    boolean isStopped;

    /** Codes whose own decision stopped them. */
    long codesStopped;

    PlacedOrder(SeenEvent created, Amount amount, long codes, int device) {
        this.created = created;
        this.amount = amount;
        this.codes = codes;
        this.device = device;
        this.label = created.label;
        this.stake = label != null && label.isAttack() ? stakeOf(label) : null;
    }

    /** A label that says 0 says that nothing was at stake. */
    private static @Nullable Amount stakeOf(Label label) {
        Amount value = label.value();
        return value == null || value.value() == 0 ? null : value;
    }

    boolean hasGift() {
        return codes > 0;
    }

    boolean isAttack() {
        return label != null && label.isAttack();
    }

    /** Labels of codes count for an order that has none itself. */
    void codeLabelled(Label ofCode) {
        if (created.label != null || !ofCode.isAttack()) {
            return;
        }
        label = ofCode;
        Amount value = ofCode.value();
        if (value != null) {
            stake = stake == null ? value : new Amount(stake.value() + value.value(), value.currency());
        }
    }

    long codesLost() {
        return isStopped ? 0 : Math.max(0, codes - codesStopped);
    }

    /** Whether nothing of it left: the order was stopped, or each of its codes. */
    boolean isWhollyStopped() {
        return isStopped || (codes > 0 && codesStopped >= codes);
    }

    /** The part of the stake that left, in minor units. */
    long lost() {
        if (stake == null || isWhollyStopped()) {
            return 0;
        }
        return codes == 0 ? stake.value() : stake.value() * codesLost() / codes;
    }
}
