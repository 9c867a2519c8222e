package io.sekisho.bench.load;

import java.util.function.LongConsumer;

/** A request is due whenever a connection is free. */
final class Saturation implements Schedule {

    private final long measureStart;
    private long measureEnd;
    private long left;

    Saturation(LoadPlan plan, long start) {
        this.measureStart = Schedule.after(start, plan.warmUp());
        this.measureEnd = Schedule.after(measureStart, plan.measured());
        this.left = plan.mostRequests();
    }

    @Override
    public boolean isDue(long now) {
        return !isOver(now);
    }

    @Override
    public long take(long now) {
        if (now - measureStart >= 0 && --left == 0) {
            measureEnd = now + 1;
        }
        return now;
    }

    @Override
    public boolean isOver(long now) {
        return left == 0 || now - measureEnd >= 0;
    }

    @Override
    public long measureStart() {
        return measureStart;
    }

    @Override
    public long measureEnd() {
        return measureEnd;
    }

    @Override
    public void leftOver(LongConsumer due) {
        // Nothing is due before a connection is free, and then it is sent.
    }
}
