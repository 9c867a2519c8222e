package io.sekisho.bench.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A nanosecond clock that stands until it is moved. */
public final class StandingClock implements LongSupplier {

    private final AtomicLong now = new AtomicLong(1_000_000_000_000L);

    public void move(Duration by) {
        now.addAndGet(by.toNanos());
    }

    @Override
    public long getAsLong() {
        return now.get();
    }
}
