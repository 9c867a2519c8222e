package io.sekisho.server.projection.table;

/** A policy that went live. */
public enum ActivationColumn implements Column {
    SEQUENCE(Kind.WHOLE),
    POLICY_ID(Kind.WHOLE),
    FINGERPRINT(Kind.TEXT),
    VERSION(Kind.TEXT),
    ACTIVATED_AT(Kind.TIME),
    ACTOR(Kind.TEXT);

    private final Kind kind;

    ActivationColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
