package io.sekisho.server.projection.table;

/** A value that is on a list now. */
public enum ListColumn implements Column {
    LIST(Kind.TEXT),
    VALUE(Kind.TEXT),
    EXPIRES_AT(Kind.TIME),
    NOTE(Kind.TEXT),
    ACTOR(Kind.TEXT),
    CHANGED_AT(Kind.TIME),
    SEQUENCE(Kind.WHOLE),
    CUSTOMER(Kind.BYTES),
    SEALED(Kind.BYTES);

    private final Kind kind;

    ListColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
