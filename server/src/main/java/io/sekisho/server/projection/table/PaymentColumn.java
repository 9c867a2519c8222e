package io.sekisho.server.projection.table;

/** A payment, as its events left it. */
public enum PaymentColumn implements Column {
    PAYMENT_ID(Kind.TEXT),
    ORDER_ID(Kind.TEXT),
    ACCOUNT_ID(Kind.TEXT),
    METHOD(Kind.TEXT),
    AMOUNT(Kind.WHOLE),
    CURRENCY(Kind.TEXT),
    STATUS(Kind.TEXT),
    STATUS_AT(Kind.TIME),
    STATUS_AMOUNT(Kind.WHOLE),
    STATUS_CURRENCY(Kind.TEXT),
    DECLINE_CATEGORY(Kind.TEXT),
    CARD_TOKEN(Kind.TEXT),
    CARD_BRAND(Kind.TEXT),
    CARD_BIN(Kind.TEXT),
    CARD_LAST4(Kind.TEXT),
    CARD_EXPIRY(Kind.TEXT),
    CARD_COUNTRY(Kind.TEXT),
    CARD_FUNDING(Kind.TEXT),
    FIRST_SEQUENCE(Kind.WHOLE),
    LAST_SEQUENCE(Kind.WHOLE);

    private final Kind kind;

    PaymentColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
