package io.sekisho.cli.console;

import java.time.Instant;

/** The time of day, for what a command writes down. */
public final class WallClock {

    private WallClock() {}

    /** Now, to the millisecond. */
    public static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
