package io.sekisho.server.notice.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sekisho.server.notice.NoticeState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What is measured of notices. */
final class NoticeMeters {

    private final Map<NoticeState, Counter> counters = new EnumMap<>(NoticeState.class);
    private final Timer delay;
    private final Counter retries;
    private final AtomicLong waiting = new AtomicLong();

    NoticeMeters(MeterRegistry registry) {
        for (NoticeState state : NoticeState.values()) {
            if (!state.isOpen()) {
                counters.put(
                        state,
                        Counter.builder("sekisho.notices")
                                .description("Deliveries of notices that came to this end since the start")
                                .tag("state", state.word())
                                .register(registry));
            }
        }
        this.delay = Timer.builder("sekisho.notice.delay")
                .description("From the receipt of a suspicious act to the hand-over of its first notice")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.retries = Counter.builder("sekisho.notice.retries")
                .description("Attempts that a mail server did not take")
                .register(registry);
        Gauge.builder("sekisho.notices.waiting", waiting, AtomicLong::get)
                .description("Deliveries on their way: for their time, an attempt, or a mail server")
                .register(registry);
    }

    /** A delivery came to that end; one that is on its way is not counted here. */
    void end(NoticeState state) {
        Counter counter = counters.get(state);
        if (counter != null) {
            counter.increment();
        }
    }

    void delay(Duration span) {
        delay.record(span.isNegative() ? Duration.ZERO : span);
    }

    void retry() {
        retries.increment();
    }

    void waiting(long deliveries) {
        waiting.set(deliveries);
    }
}
