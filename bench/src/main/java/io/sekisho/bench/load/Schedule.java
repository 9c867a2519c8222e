package io.sekisho.bench.load;

import java.time.Duration;
import java.util.function.LongConsumer;

/** When each request is due; times are readings of a nanosecond clock. Owned by one thread. */
interface Schedule {

    /** True if a request should have been sent by now and was not. */
    boolean isDue(long now);

    /** Takes the next request that is due; gives the time at which it was. */
    long take(long now);

    /** True once no request will become due any more. */
    boolean isOver(long now);

    long measureStart();

    long measureEnd();

    /** Gives the times of the requests that were due in the measurement and never taken. */
    void leftOver(LongConsumer due);

    static Schedule of(LoadPlan plan, long start) {
        return switch (plan.pace()) {
            case Pace.Fixed fixed -> new FixedRate(fixed.perSecond(), plan, start);
            case Pace.Saturating _ -> new Saturation(plan, start);
        };
    }

    /** A reading of the clock that much later. */
    static long after(long start, Duration span) {
        return start + span.toNanos();
    }
}
