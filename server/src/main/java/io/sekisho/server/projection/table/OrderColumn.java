package io.sekisho.server.projection.table;

/** An order, as its events left it. */
public enum OrderColumn implements Column {
    ORDER_ID(Kind.TEXT),
    ACCOUNT_ID(Kind.TEXT),
    DEVICE_ID(Kind.TEXT),
    PLACED_AT(Kind.TIME),
    AMOUNT(Kind.WHOLE),
    CURRENCY(Kind.TEXT),
    STATUS(Kind.TEXT),
    IS_HIDDEN(Kind.FLAG),
    HIDDEN_AT(Kind.TIME),
    HIDDEN_BY_DEVICE(Kind.TEXT),
    ADDRESS_ID(Kind.TEXT),
    COUNTRY(Kind.TEXT),
    DECISION_ID(Kind.TEXT),
    OUTCOME(Kind.TEXT),
    ITEMS_AT(Kind.TIME),
    ITEMS_SEQUENCE(Kind.WHOLE),
    FIRST_SEQUENCE(Kind.WHOLE),
    LAST_SEQUENCE(Kind.WHOLE);

    private final Kind kind;

    OrderColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
