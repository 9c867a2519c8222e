package io.sekisho.acceptance.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what is to happen, and fails when it does not. */
public final class Eventually {

    private static final long POLL_MILLIS = 20;

    private Eventually() {}

    /** Returns as soon as it is so. */
    public static void isTrue(String what, Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not so within " + atMost + ": " + what);
            }
            pass(Duration.ofMillis(POLL_MILLIS));
        }
    }

    /** Lets time go by, where that is what is tested: an outage of so long. */
    public static void pass(Duration span) {
        try {
            boolean never = new CountDownLatch(1).await(span.toNanos(), TimeUnit.NANOSECONDS);
            if (never) {
                throw new IllegalStateException("Nobody counts down");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
