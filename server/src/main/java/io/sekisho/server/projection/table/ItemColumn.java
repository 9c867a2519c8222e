package io.sekisho.server.projection.table;

/** A line of an order. */
public enum ItemColumn implements Column {
    ORDER_ID(Kind.TEXT),
    LINE(Kind.WHOLE),
    SKU(Kind.TEXT),
    CATEGORY(Kind.TEXT),
    QUANTITY(Kind.WHOLE),
    AMOUNT(Kind.WHOLE),
    CURRENCY(Kind.TEXT),
    RECIPIENT_EMAIL_HASH(Kind.TEXT),
    RECIPIENT_PHONE_HASH(Kind.TEXT),
    RECIPIENT_ACCOUNT_ID(Kind.TEXT);

    private final Kind kind;

    ItemColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
