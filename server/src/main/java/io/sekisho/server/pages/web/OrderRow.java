package io.sekisho.server.pages.web;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.server.pages.words.Phrases;

/** An order in the table of its account, in the words of the reader. */
record OrderRow(
        String id,
        String href,
        String placed,
        String amount,
        String status,
        boolean isHidden,
        String outcome,
        String outcomeWord,
        String decisionHref) {

    static OrderRow of(Object order, Phrases phrases) {
        String id = Tree.text(order, "order_id");
        String outcome = Tree.text(order, "decision");
        String status = Tree.text(order, "status");
        return new OrderRow(
                id,
                Paths.order(id),
                moment(Tree.text(order, "placed_at"), phrases),
                OrderLine.money(order, phrases),
                phrases.sayOr("order." + status, status),
                Tree.text(order, "hidden").equals("true"),
                outcome,
                outcome.isEmpty() ? "" : phrases.outcome(outcome),
                outcome.isEmpty() ? "" : Paths.decision(Tree.text(order, "decision_id")));
    }

    /** In UTC, as orders tell it. */
    private static String moment(String time, Phrases phrases) {
        return Timestamps.parse(time)
                .map(at -> phrases.times().moment(at.millis(), at.offsetSeconds()) + " UTC")
                .orElse("");
    }
}
