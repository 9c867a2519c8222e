package io.sekisho.server.projection.table;

/** What turned out to be true about something. */
public enum LabelColumn implements Column {
    SEQUENCE(Kind.WHOLE),
    EVENT_ID(Kind.TEXT),
    SOURCE(Kind.TEXT),
    ABOUT_KIND(Kind.TEXT),
    ABOUT(Kind.TEXT),
    LABEL(Kind.TEXT),
    KNOWN_AT(Kind.TIME),
    ORIGIN(Kind.TEXT),
    APPLIED_AT(Kind.TIME),
    OFFSET_SECONDS(Kind.WHOLE),
    ACCOUNT_ID(Kind.TEXT),
    SENDER(Kind.TEXT);

    private final Kind kind;

    LabelColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
