package io.sekisho.server.projection;

import java.time.Duration;

/** How long the projector rests after a batch, so that it leaves the machine to the decisions. Owned by one thread. */
final class Pace {

    /*
     * While the shop sends more than so many records a second, the projector rests after each batch for as long as the
     * batch took, within bounds: it then takes half of a core at most, and its batches grow, which makes each record
     * cheaper. At twice the rate it rests four times as long, at three times nine: a burst is decided with all that the
     * machine has. What it does not manage meanwhile waits in the journal, bounded by the disk alone, and is caught up when
     * the shop is quieter: then it does not rest at all.
     */
    private static final long BUSY_RECORDS_A_SECOND = 1_000;
    private static final long FULL_RECORDS_A_SECOND = 5_000;
    private static final long SHORTEST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 250;
    private static final long LONGEST_IN_A_BURST_MILLIS = 2_500;

    private long lastCommitted = -1;
    private long lastMillis;

    /**
     * How long to rest.
     *
     * @param committed the last durable record now
     * @param nowMillis now, at the end of the batch
     * @param tookMillis how long the batch took
     */
    Duration rest(long committed, long nowMillis, long tookMillis) {
        long passed = Math.max(1, nowMillis - lastMillis);
        long perSecond = lastCommitted < 0 ? 0 : (committed - lastCommitted) * 1_000 / passed;
        lastCommitted = committed;
        lastMillis = nowMillis;
        if (perSecond <= BUSY_RECORDS_A_SECOND) {
            return Duration.ZERO;
        }
        long usual = Math.clamp(tookMillis, SHORTEST_MILLIS, LONGEST_MILLIS);
        double times = Math.max(1, (double) perSecond / FULL_RECORDS_A_SECOND);
        return Duration.ofMillis((long) Math.min(usual * times * times, LONGEST_IN_A_BURST_MILLIS));
    }
}
