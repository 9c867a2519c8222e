package io.sekisho.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on only when a test says so. */
public final class MovingTime implements InstantSource {

    private final AtomicReference<Instant> now;

    public MovingTime(String start) {
        this.now = new AtomicReference<>(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void pass(Duration span) {
        now.updateAndGet(before -> before.plus(span));
    }
}
