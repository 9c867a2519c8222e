package io.sekisho.server.decision;

import java.util.Locale;

/** Why nothing is decided just now; the shop then does what its fail policy says. */
public enum Unavailability {
    /** More events wait than may wait. */
    QUEUE_FULL(1, "More events came in than are decided; the shop applies its fail policy and sends the event again."),
    /** The disk has no room, or refuses to write. */
    JOURNAL_FAILED(
            5,
            "The journal cannot be written, and nothing is decided that would not last; see the server's log and disk."),
    /** The engine is being built up from the journal. */
    REBUILDING(5, "The state is being rebuilt from the journal; decisions go on when that is done."),
    /** The server is going down. */
    STOPPING(10, "The server is stopping."),
    /** The event was decided, but its record cannot be read back. */
    RECORD_UNREADABLE(5, "The recorded decision cannot be read from the journal; see the server's log and disk."),
    /** An event on which the engine itself failed. */
    ENGINE_FAILED(60, "The engine failed on this event; it is kept out until the server starts anew. Report the log.");

    private final int retryAfterSeconds;
    private final String detail;

    Unavailability(int retryAfterSeconds, String detail) {
        this.retryAfterSeconds = retryAfterSeconds;
        this.detail = detail;
    }

    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public String detail() {
        return detail;
    }

    /** Stable, for machines. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
