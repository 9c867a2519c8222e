package io.sekisho.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what is to happen, and fails where it does not. */
public final class Waiting {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Waiting() {}

    public static void until(String what, BooleanSupplier happened) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (long looks = RunningServer.PATIENCE.dividedBy(LOOK_EVERY); looks > 0; looks--) {
            if (happened.getAsBoolean()) {
                return;
            }
            never.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("Not within " + RunningServer.PATIENCE + ": " + what);
    }
}
