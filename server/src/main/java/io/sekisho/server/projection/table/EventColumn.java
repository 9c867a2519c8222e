package io.sekisho.server.projection.table;

/** An accepted event. */
public enum EventColumn implements Column {
    HAPPENED_AT(Kind.TIME),
    SEQUENCE(Kind.WHOLE),
    EVENT_ID(Kind.TEXT),
    SOURCE(Kind.TEXT),
    TYPE(Kind.TEXT),
    OFFSET_SECONDS(Kind.WHOLE),
    RECEIVED_AT(Kind.TIME),
    PROJECTED_AT(Kind.TIME),
    TREATMENT(Kind.TEXT),
    SENDER(Kind.TEXT),
    ACCOUNT_ID(Kind.TEXT),
    SESSION_ID(Kind.TEXT),
    DEVICE_ID(Kind.TEXT),
    IP(Kind.TEXT),
    ORDER_ID(Kind.TEXT),
    AMOUNT(Kind.WHOLE),
    CURRENCY(Kind.TEXT),
    DECISION_ID(Kind.TEXT),
    OUTCOME(Kind.TEXT),
    DECIDED_AT(Kind.TIME),
    BODY(Kind.TEXT),
    FACTS(Kind.TEXT),
    CUSTOMER(Kind.BYTES),
    SEALED(Kind.BYTES);

    private final Kind kind;

    EventColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
