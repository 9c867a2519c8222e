package io.sekisho.wire.enrichment;

import java.util.Locale;

/** What kind of program or device a user agent says it is. */
public enum AgentKind {
    UNKNOWN,
    DESKTOP,
    MOBILE,
    TABLET,
    /** An app, or a page shown inside one. */
    APP,
    /** A crawler, a script or a browser that a program drives and that says so. */
    BOT;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The kind as facts and rules spell it, for example {@code desktop}. */
    public String code() {
        return code;
    }
}
