package io.sekisho.server.projection.table;

/** A gift code, as its events left it; never the code itself. */
public enum CodeColumn implements Column {
    CODE_ID(Kind.TEXT),
    ORDER_ID(Kind.TEXT),
    ACCOUNT_ID(Kind.TEXT),
    AMOUNT(Kind.WHOLE),
    CURRENCY(Kind.TEXT),
    RECIPIENT_EMAIL_HASH(Kind.TEXT),
    RECIPIENT_PHONE_HASH(Kind.TEXT),
    RECIPIENT_ACCOUNT_ID(Kind.TEXT),
    STATUS(Kind.TEXT),
    STATUS_AT(Kind.TIME),
    REDEEMED_BY(Kind.TEXT),
    ISSUED_AT(Kind.TIME),
    FIRST_SEQUENCE(Kind.WHOLE),
    LAST_SEQUENCE(Kind.WHOLE);

    private final Kind kind;

    CodeColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
