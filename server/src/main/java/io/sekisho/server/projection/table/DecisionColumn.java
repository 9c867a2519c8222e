package io.sekisho.server.projection.table;

/** A decision. */
public enum DecisionColumn implements Column {
    DECIDED_AT(Kind.TIME),
    SEQUENCE(Kind.WHOLE),
    DECISION_ID(Kind.TEXT),
    EVENT_ID(Kind.TEXT),
    SOURCE(Kind.TEXT),
    TYPE(Kind.TEXT),
    HAPPENED_AT(Kind.TIME),
    PROJECTED_AT(Kind.TIME),
    ACCOUNT_ID(Kind.TEXT),
    ORDER_ID(Kind.TEXT),
    OUTCOME(Kind.TEXT),
    SCORE(Kind.WHOLE),
    LEVEL(Kind.TEXT),
    STATUS(Kind.TEXT),
    WHY(Kind.TEXT),
    REASONS(Kind.TEXTS),
    MATCHED_RULES(Kind.TEXTS),
    EXEMPTED_RULES(Kind.TEXTS),
    UNKNOWN_RULES(Kind.TEXTS),
    SHADOW_RULES(Kind.TEXTS),
    REQUIRED_METHODS(Kind.TEXTS),
    REQUIRED_UNTIL(Kind.TIME),
    HOLD_UNTIL(Kind.TIME),
    HOLD_ON_EXPIRY(Kind.TEXT),
    HOLD_RELEASE_ON(Kind.TEXTS),
    RELEASE_AT(Kind.TIME),
    ACTIONS(Kind.TEXTS),
    ACTION_TARGETS(Kind.TEXTS),
    POLICY_ID(Kind.WHOLE),
    POLICY_VERSION(Kind.TEXT),
    LATENCY_MICROS(Kind.WHOLE);

    private final Kind kind;

    DecisionColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
