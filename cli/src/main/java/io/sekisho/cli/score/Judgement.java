package io.sekisho.cli.score;

import org.jspecify.annotations.Nullable;

/** Sums up what the labels, events and decisions that were read amount to. */
final class Judgement {

    private final LabelBook labels;
    private final EventBook events;
    private final DecisionReader decisions;
    private final boolean isUnlabelledHonest;
    private final AttackTally attacks = new AttackTally();
    private final HonestTally honest;
    private final DetectionTally detection = new DetectionTally();
    private long undecidedOrders;
    private long fromMillis = Long.MAX_VALUE;
    private long toMillis = Long.MIN_VALUE;

    Judgement(LabelBook labels, EventBook events, DecisionReader decisions, boolean isUnlabelledHonest) {
        this.labels = labels;
        this.events = events;
        this.decisions = decisions;
        this.isUnlabelledHonest = isUnlabelledHonest;
        this.honest = new HonestTally(events);
    }

    Score score() {
        events.events().forEach(this::event);
        events.accounts().forEach(account -> {
            attacks.account(account);
            honest.account(account);
        });
        boolean isEmpty = events.events().isEmpty();
        long span = isEmpty ? 0 : toMillis - fromMillis;
        return new Score(
                inputs(isEmpty),
                attacks.attacks(),
                honest.groups(),
                honest.notices(span),
                honest.types(),
                honest.traps(),
                detection.detection());
    }

    private void event(SeenEvent event) {
        fromMillis = Math.min(fromMillis, event.timeMillis);
        toMillis = Math.max(toMillis, event.timeMillis);
        PlacedOrder order = event.order;
        if (order != null && event.createsOrder()) {
            attacks.order(order);
            undecidedOrders += event.outcome == null ? 1 : 0;
        }
        Label label = label(event);
        boolean isHonest = label == null ? isUnlabelledHonest : !label.isAttack();
        if (isHonest) {
            honest.event(event);
        }
        if (event.issuesCode()) {
            // Its order stands for it.
            return;
        }
        if (label != null || (event.createsOrder() && isHonest)) {
            detection.add(event, !isHonest, label);
        }
    }

    /** What is known of an event; of an order's event and of a code's, what is known of the order. */
    private static @Nullable Label label(SeenEvent event) {
        PlacedOrder order = event.order;
        return order == null || event.label != null ? event.label : order.label;
    }

    private Score.Inputs inputs(boolean isEmpty) {
        return new Score.Inputs(
                events.events().size(),
                events.repeated(),
                decisions.lines(),
                decisions.repeated(),
                decisions.unknown().size(),
                labels.lines(),
                labels.unmatched().size(),
                undecidedOrders,
                isEmpty ? 0 : fromMillis,
                isEmpty ? 0 : toMillis,
                isUnlabelledHonest);
    }
}
