package io.sekisho.client;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long and how often a request is tried.
 *
 * @param deadline for all attempts and the pauses between them together
 * @param attempts at most
 * @param firstPause the next are twice as long each
 */
record Effort(Duration deadline, int attempts, Duration firstPause) {

    /**
     * The pause after that attempt: between half of the exponential pause and all of it.
     *
     * <p>The draw comes from the event's id, so that a thousand shops' requests do not come back at one moment, and so
     * that a test sees the same pauses.
     *
     * @param attempt from 1
     */
    Duration pauseAfter(int attempt, SplittableRandom draw) {
        long nanos = firstPause.toNanos() << Math.min(attempt - 1, 20);
        return Duration.ofNanos(nanos / 2 + draw.nextLong(nanos / 2 + 1));
    }
}
