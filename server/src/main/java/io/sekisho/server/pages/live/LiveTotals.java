package io.sekisho.server.pages.live;

import io.sekisho.server.projection.Projector;
import io.sekisho.server.projection.ShopTotals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The counters above the decisions, counted at most every two seconds for all who look on. May be shared by threads. */
public final class LiveTotals {

    /** Orders decided longer ago are not counted. */
    private static final Duration PERIOD = Duration.ofDays(30);

    private static final Duration COUNT_EVERY = Duration.ofSeconds(2);

    private static final Standing NOTHING = new Standing(
            0, new ShopTotals.Totals(Map.of(), Map.of(), 0, 0), Optional.empty(), Optional.empty(), Instant.MIN, -1);

    private final ShopTotals totals;
    private final Supplier<Optional<Duration>> notice;
    private final Projector projector;
    private final InstantSource time;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Standing standing = NOTHING;

    /** @param notice how soon customers are told: from the receipt of the first suspicious event to the hand-over */
    public LiveTotals(ShopTotals totals, Supplier<Optional<Duration>> notice, Projector projector, InstantSource time) {
        this.totals = totals;
        this.notice = notice;
        this.projector = projector;
        this.time = time;
    }

    /**
     * How it stands.
     *
     * @param version another number where anything differs
     * @param shopTime of the newest event; nothing before the first
     * @param firstNotice nothing while there was none
     */
    public record Standing(
            long version,
            ShopTotals.Totals totals,
            Optional<ShopTotals.ShopTime> shopTime,
            Optional<Duration> firstNotice,
            Instant countedAt,
            long position) {

        private boolean says(Standing other) {
            return totals.equals(other.totals)
                    && shopTime.equals(other.shopTime)
                    && firstNotice.equals(other.firstNotice);
        }

        private Standing numbered(long number) {
            return new Standing(number, totals, shopTime, firstNotice, countedAt, position);
        }
    }

    /** As of two seconds ago at most, or of a moment longer while somebody else counts. */
    public Standing now() {
        if (isStale() && counting.tryLock()) {
            try {
                standing = counted();
            } finally {
                counting.unlock();
            }
        }
        return standing;
    }

    /** As of now, for who opens the page. */
    public Standing fresh() {
        counting.lock();
        try {
            if (standing.position() != projector.state().position() || isStale()) {
                standing = counted();
            }
            return standing;
        } finally {
            counting.unlock();
        }
    }

    private boolean isStale() {
        return !time.instant().isBefore(standing.countedAt().plus(COUNT_EVERY));
    }

    private Standing counted() {
        Instant now = time.instant();
        long position = projector.state().position();
        Standing before = standing;
        Standing counted = new Standing(
                before.version(),
                position == before.position()
                        ? before.totals()
                        : totals.since(now.minus(PERIOD).toEpochMilli()),
                position == before.position() ? before.shopTime() : totals.time(),
                notice.get(),
                now,
                position);
        return counted.says(before) ? counted : counted.numbered(before.version() + 1);
    }
}
