package io.sekisho.server.notice.outbox;

import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.notice.outbox.Deliveries.Waiting;
import io.sekisho.server.platform.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Moves deliveries on, on a thread of its own: woken when a notice is opened, and looking on its own. Where there is no mail
 * server it only watches how many wait. May be shared by threads.
 */
final class NoticeSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    /** Of a message that is being handed over. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final Deliveries deliveries;
    private final Optional<Mailing> mailing;
    private final NoticeMeters meters;
    private final Duration longest;
    private final InstantSource time;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile Waiting waiting = Waiting.NONE;
    private volatile boolean isClosed;
    private boolean hasReleased;
    private @Nullable Instant lastTidying;

    NoticeSender(Deliveries deliveries, Optional<Mailing> mailing, Mailing.Surroundings around) {
        this.deliveries = deliveries;
        this.mailing = mailing;
        this.meters = around.meters();
        this.longest = around.longest();
        this.time = around.time();
        this.thread = Thread.ofPlatform().name("notices").daemon().unstarted(this::live);
    }

    /** Begins; returns at once. */
    void start() {
        thread.start();
    }

    /** Deliveries were opened, in these states. */
    void opened(List<NoticeState> states) {
        states.forEach(meters::end);
        wanted.release();
    }

    boolean hasMailServer() {
        return mailing.isPresent();
    }

    /** As of the last look. */
    Waiting waiting() {
        return waiting;
    }

    /** Finishes the message that has begun. */
    @Override
    public void close() {
        isClosed = true;
        wanted.release();
        try {
            if (thread.isAlive() && !thread.join(LONGEST_STOP)) {
                LOG.atWarn().log("A mail server did not answer in time; its message is sent again at the next start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        while (!isClosed) {
            turn();
            rest();
        }
    }

    /** The edge: nothing that goes wrong ends the thread. */
    private void turn() {
        try {
            mailing.ifPresent(Mailing::settle);
            prepare();
            boolean isMore = mailing.isPresent();
            while (isMore && !isClosed) {
                isMore = mailing.get().step();
            }
            look();
        } catch (UnavailableException | DataAccessException | TransactionException away) {
            // A claim may have been committed without our hearing of it.
            hasReleased = false;
            LOG.atDebug().setCause(away).log("Notices wait for the database");
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("Notices are not sent");
        }
    }

    private void prepare() {
        Instant now = time.instant();
        if (!hasReleased) {
            deliveries.release(now);
            hasReleased = true;
        }
        Instant last = lastTidying;
        if (last == null || !now.isBefore(last.plus(TIDY_EVERY))) {
            deliveries.giveUp(now, longest).forEach(meters::end);
            lastTidying = now;
        }
    }

    private void look() {
        waiting = deliveries.waiting(time.instant());
        meters.waiting(waiting.deliveries());
    }

    /** Until the time is over or something is opened; many wishes are one. */
    private void rest() {
        try {
            if (!isClosed && wanted.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                wanted.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            isClosed = true;
        }
    }
}
