package io.sekisho.server.projection;

import io.sekisho.server.platform.UnavailableException;
import io.sekisho.wire.journal.JournalException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the journal into PostgreSQL, each record exactly once and in order, on a thread of its own. The decisions do not
 * wait for it, and it never gives up. May be shared by threads.
 */
public final class Projector implements AutoCloseable {

    /*
     * The position moves in the transaction of what it tells, so a kill at any moment leaves either both or neither. What
     * fails because of the world (PostgreSQL away, its disk full, the journal unreadable, another journal's database) is
     * tried again after a pause that doubles up to a bound. What fails because of a record (it cannot be understood, or
     * PostgreSQL refuses its values) is tried again with half as many records, until a single one is left: that one is
     * noted in projection_failure and left out, counted, and shown in the health until somebody has seen to it.
     */
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    /** How often the journal is looked at while there is nothing new; a reader who waits makes it look at once. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration RETAIN_EVERY = Duration.ofHours(24);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    /** Classes of SQL states that speak of the values: data exception, constraint violation, limit exceeded. */
    private static final List<String> OF_VALUES = List.of("22", "23", "54");

    private final JournalTail tail;
    private final ProjectionTarget target;
    private final ProjectionSettings settings;
    private final InstantSource time;
    private final Pace pace = new Pace();
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Semaphore wanted = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile long position;
    private final AtomicLong projected = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile long pendingMillis;
    private volatile @Nullable String trouble = "The database has not been reached yet.";
    private volatile boolean isClosed;

    private int most;
    private Duration pause = FIRST_PAUSE;
    private @Nullable Instant lastRetention;

    public Projector(JournalTail tail, ProjectionTarget target, ProjectionSettings settings, InstantSource time) {
        this.tail = tail;
        this.target = target;
        this.settings = settings;
        this.time = time;
        this.most = settings.batchRecords();
        this.thread = Thread.ofPlatform().name("projector").daemon().unstarted(this::live);
    }

    /** Begins; returns at once. */
    public void start() {
        thread.start();
    }

    public ProjectionState state() {
        long behind = Math.max(0, tail.committed().getAsLong() - position);
        long since = pendingMillis;
        long seconds = behind == 0 || since == 0 ? 0 : Math.max(0, time.millis() - since) / 1_000;
        return new ProjectionState(position, behind, seconds, projected.get(), failures.get(), trouble);
    }

    /** Number of the last durable record, which a read should see. */
    public long committed() {
        return tail.committed().getAsLong();
    }

    /**
     * Waits until that record is in PostgreSQL; not while the projection is in trouble, for then it may take long.
     *
     * @return how many records were still missing when the time was over; 0 where none was
     */
    public long awaitProjected(long sequence, Duration longest) throws InterruptedException {
        wanted.release();
        lock.lock();
        try {
            long left = longest.toNanos();
            while (position < sequence && left > 0 && trouble == null) {
                left = moved.awaitNanos(left);
            }
            return Math.max(0, sequence - position);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that is durable now is in PostgreSQL, as {@link #awaitProjected} does; whoever is interrupted goes on. */
    public long awaitCommitted(Duration longest) {
        try {
            return awaitProjected(committed(), longest);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return state().lagRecords();
        }
    }

    /** Finishes the batch that has begun. */
    @Override
    public void close() {
        isClosed = true;
        closing.countDown();
        wanted.release();
        try {
            if (!thread.join(LONGEST_STOP)) {
                LOG.atWarn().log("The projector did not end in time; what it was writing is not written");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try (BatchProjection batches = new BatchProjection(target, tail, settings, time)) {
            while (!isClosed) {
                turn(batches);
            }
            trouble = "The server is stopping.";
            arrive(position);
        }
    }

    /** One step of whatever is to be done next. The edge: nothing that goes wrong ends the thread. */
    private void turn(BatchProjection batches) {
        try {
            step(batches);
            pause = FIRST_PAUSE;
        } catch (SQLException failure) {
            if (isOfValues(failure)) {
                fail(batches, "sql_state_" + failure.getSQLState());
            } else {
                stop(batches, "The database does not take it: SQL state " + failure.getSQLState() + ".");
            }
        } catch (UnavailableException away) {
            stop(batches, away.detail());
        } catch (ForeignDatabaseException | JournalException | UncheckedIOException outside) {
            stop(batches, String.valueOf(outside.getMessage()));
        } catch (RuntimeException failure) {
            fail(batches, failure.getClass().getSimpleName());
        }
    }

    private void step(BatchProjection batches) throws SQLException {
        if (!batches.isOpen()) {
            open(batches);
        }
        if (isRetentionDue()) {
            retain(batches);
        }
        long committed = committed();
        if (committed <= position) {
            pendingMillis = 0;
            rest(LOOK_EVERY);
            return;
        }
        pendingMillis = batches.pendingMillis();
        long start = time.millis();
        long last = batches.project(committed, most);
        most = Math.min(most * 2, settings.batchRecords());
        move(last);
        rest(pace.rest(committed(), time.millis(), time.millis() - start));
    }

    private void open(BatchProjection batches) throws SQLException {
        BatchProjection.Found found = batches.open();
        failures.set(found.failures());
        trouble = null;
        arrive(found.position());
        LOG.atInfo().addKeyValue("position", found.position()).log("Projection goes on");
    }

    private boolean isRetentionDue() {
        Instant last = lastRetention;
        return last == null || !time.instant().isBefore(last.plus(RETAIN_EVERY));
    }

    private void retain(BatchProjection batches) throws SQLException {
        List<String> dropped = batches.retain();
        lastRetention = time.instant();
        dropped.forEach(
                partition -> LOG.atInfo().addKeyValue("partition", partition).log("Dropped what is over"));
    }

    /** Halves the batch, or leaves the one record out that is left. */
    private void fail(BatchProjection batches, String reason) {
        if (!batches.isOpen()) {
            stop(batches, "The projection cannot begin: " + reason + ".");
            return;
        }
        if (most > 1) {
            most = Math.max(1, most / 2);
            return;
        }
        try {
            long number = batches.skip(reason);
            failures.incrementAndGet();
            LOG.atError()
                    .addKeyValue("sequence", number)
                    .addKeyValue("reason", reason)
                    .log("Record not projected");
            most = 2;
            move(number);
        } catch (SQLException | UnavailableException | JournalException away) {
            stop(batches, "The database does not take the failure of a record.");
        }
    }

    private void stop(BatchProjection batches, String reason) {
        batches.forget();
        if (!reason.equals(trouble)) {
            LOG.atWarn().addKeyValue("reason", reason).log("Projection waits");
        }
        trouble = reason;
        arrive(position);
        waitPatiently();
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void move(long to) {
        projected.addAndGet(to - position);
        arrive(to);
    }

    private void arrive(long at) {
        lock.lock();
        try {
            position = at;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Until the time is over, or somebody wants what is new; many wishes are one. */
    private void rest(Duration longest) {
        try {
            if (!isClosed && wanted.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                wanted.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            isClosed = true;
        }
    }

    /** Whoever wants something does not make the world better: only the end cuts this short. */
    private void waitPatiently() {
        try {
            isClosed |= closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            isClosed = true;
        }
    }

    private static boolean isOfValues(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && OF_VALUES.stream().anyMatch(state::startsWith);
    }
}
