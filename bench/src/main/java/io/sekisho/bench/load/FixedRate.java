package io.sekisho.bench.load;

import java.util.function.LongConsumer;

/** Request number n is due n intervals after the start, come what may. */
final class FixedRate implements Schedule {

    /*
     * There is no queue of waiting requests: they are the numbers from next on whose time has come. However long the server
     * stalls, a stalled run needs no memory, and forgets none.
     */
    private final double intervalNanos;
    private final long start;
    private final long measureStart;
    private final long measureEnd;
    private final long count;
    private long next;

    FixedRate(double perSecond, LoadPlan plan, long start) {
        this.intervalNanos = 1e9 / perSecond;
        this.start = start;
        this.measureStart = Schedule.after(start, plan.warmUp());
        long warming = dueBefore(plan.warmUp().toNanos());
        long all = dueBefore(plan.warmUp().plus(plan.measured()).toNanos());
        this.count = warming + Math.min(all - warming, plan.mostRequests());
        this.measureEnd = count < all ? due(count) : Schedule.after(measureStart, plan.measured());
    }

    private long dueBefore(long nanos) {
        return (long) Math.ceil(nanos / intervalNanos);
    }

    private long due(long number) {
        return start + (long) (number * intervalNanos);
    }

    @Override
    public boolean isDue(long now) {
        return next < count && now - due(next) >= 0;
    }

    @Override
    public long take(long now) {
        return due(next++);
    }

    @Override
    public boolean isOver(long now) {
        return next == count;
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
        for (long number = next; number < count; number++) {
            if (due(number) - measureStart >= 0) {
                due.accept(due(number));
            }
        }
    }
}
