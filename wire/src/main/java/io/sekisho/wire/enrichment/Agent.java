package io.sekisho.wire.enrichment;

/**
 * What a user agent says it is; anybody can say anything.
 *
 * @param family of browser, app or bot, for example {@code chrome}; {@code unknown} where no mark is known
 * @param os family of operating system, for example {@code ios}; {@code unknown} where no mark is known
 */
public record Agent(String family, String os, AgentKind kind) {
    static final String UNKNOWN_NAME = "unknown";

    static final Agent UNKNOWN = new Agent(UNKNOWN_NAME, UNKNOWN_NAME, AgentKind.UNKNOWN);
}
