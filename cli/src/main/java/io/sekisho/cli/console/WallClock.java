package io.sekisho.cli.console;

import java.time.Instant;
import java.time.InstantSource;

/** The time of day, for what a command writes down. */
public final class WallClock {

    private WallClock() {}

    /** Now, to the millisecond. */
    public static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    /** For whoever looks at it more than once. */
    public static InstantSource source() {
        return WallClock::now;
    }
}
