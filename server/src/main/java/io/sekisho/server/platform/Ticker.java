package io.sekisho.server.platform;

/** Counts time for measuring how long something took; says nothing of what time it is. */
public interface Ticker {

    /** Nanoseconds since some moment, always the same while the process lives. */
    long nanos();
}
