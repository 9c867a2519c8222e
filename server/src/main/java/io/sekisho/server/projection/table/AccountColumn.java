package io.sekisho.server.projection.table;

/** A customer's account, as its events left it. */
public enum AccountColumn implements Column {
    ACCOUNT_ID(Kind.TEXT),
    FIRST_SEEN_AT(Kind.TIME),
    LAST_SEEN_AT(Kind.TIME),
    EVENTS(Kind.WHOLE),
    CREATED_AT(Kind.TIME),
    EMAIL_HASH(Kind.TEXT),
    PHONE_HASH(Kind.TEXT),
    IS_LOCKED(Kind.FLAG),
    CUSTOMER(Kind.BYTES),
    FIRST_SEQUENCE(Kind.WHOLE),
    LAST_SEQUENCE(Kind.WHOLE);

    private final Kind kind;

    AccountColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
