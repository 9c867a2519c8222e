package io.sekisho.cli.demo;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When the demonstration is over: at a time, or when the user interrupts it. */
final class Ending {

    private final InstantSource time;
    private final long endMillis;
    private final CountDownLatch interruption;

    /**
     * @param endMillis {@link Long#MAX_VALUE} for never by itself
     * @param interruption is counted down when the user interrupts
     */
    Ending(InstantSource time, long endMillis, CountDownLatch interruption) {
        this.time = time;
        this.endMillis = endMillis;
        this.interruption = interruption;
    }

    /** Waits so long, and less where it is over before; answers with whether it is. */
    boolean comesWithin(long millis) throws InterruptedException {
        long left = endMillis == Long.MAX_VALUE ? millis : Math.min(millis, endMillis - time.millis());
        return interruption.await(left, TimeUnit.MILLISECONDS) || time.millis() >= endMillis;
    }
}
