package io.sekisho.server.platform;

/**
 * Whether the database can be used now.
 *
 * @param reason why not, for people; empty while it is ready
 */
public record DatabaseState(Phase phase, String reason) {

    /** Ready, not yet, or not any more. */
    public enum Phase {
        STARTING,
        READY,
        AWAY
    }

    static final DatabaseState READY = new DatabaseState(Phase.READY, "");

    public boolean isReady() {
        return phase == Phase.READY;
    }

    static DatabaseState starting(String reason) {
        return new DatabaseState(Phase.STARTING, reason);
    }

    static DatabaseState away(String reason) {
        return new DatabaseState(Phase.AWAY, reason);
    }
}
