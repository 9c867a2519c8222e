package io.sekisho.engine.policy;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.feature.TypePattern;
import io.sekisho.engine.rule.Outcome;

/** What a shop does with an event when no decision can be had: written down per type, never a silent allow. */
public final class FailPolicy {

    /** Stands for a new order that carries stored value, among the patterns of types. */
    public static final String ORDER_WITH_GIFT = "order_with_gift";

    private final PolicyDefinition definition;

    public FailPolicy(PolicyDefinition definition) {
        this.definition = definition;
    }

    /** The outcome of the first pattern that matches; hold where none does. */
    public Outcome outcome(String typeName, boolean carriesStoredValue) {
        boolean isGiftOrder = carriesStoredValue && typeName.equals(EventType.ORDER_CREATED.typeName());
        return definition.fail().stream()
                .filter(rule -> rule.pattern().equals(ORDER_WITH_GIFT)
                        ? isGiftOrder
                        : TypePattern.matches(rule.pattern(), typeName))
                .map(PolicyDefinition.FailRule::outcome)
                .findFirst()
                .orElse(Outcome.HOLD);
    }
}
