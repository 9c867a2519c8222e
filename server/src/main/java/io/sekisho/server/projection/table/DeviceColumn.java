package io.sekisho.server.projection.table;

/** A device, as its events left it. */
public enum DeviceColumn implements Column {
    DEVICE_ID(Kind.TEXT),
    FIRST_SEEN_AT(Kind.TIME),
    LAST_SEEN_AT(Kind.TIME),
    EVENTS(Kind.WHOLE),
    LAST_ACCOUNT_ID(Kind.TEXT),
    FIRST_SEQUENCE(Kind.WHOLE),
    LAST_SEQUENCE(Kind.WHOLE);

    private final Kind kind;

    DeviceColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
