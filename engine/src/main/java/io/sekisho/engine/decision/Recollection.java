package io.sekisho.engine.decision;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.rule.Rule;
import io.sekisho.engine.rule.RuleDefinition.Cap;
import java.util.List;

/** What a decision draws from the past beside the features. */
interface Recollection {

    /** Those of the methods whose factor is old enough to be the owner's. */
    List<String> trusted(List<String> methods, Event event);

    /** Whether the exempting rule may let this event through, too; if so, its cap has that much less left. */
    boolean isGranted(Event event, Rule exempting, Cap cap);

    /** The account's orders of the last day. */
    List<String> recentOrders(Event event);

    /** The account's gift codes of the last day. */
    List<String> recentCodes(Event event);
}
