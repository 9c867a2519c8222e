package io.sekisho.server.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as something that may be away: started or reached, migrated and watched by a thread of its own, so that the
 * server comes up without it and goes on when it goes.
 */
public final class Database implements AutoCloseable {

    /*
     * One thread does everything in a circle: open the server (start our own, or reach the given one), bring the schema up
     * to date, tell those who wait, then look every so often whether it still answers. Whatever fails makes it AWAY with
     * the reason, and the circle begins anew after a pause that doubles up to a bound; it never gives up. While it is not
     * READY, whoever asks for a connection is refused at once instead of waiting for a time-out.
     */
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    private final PostgresServer server;
    private final Connections connections;
    private final Migration migration;
    private final List<Runnable> onReady = new CopyOnWriteArrayList<>();
    private final Semaphore wake = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private volatile DatabaseState state = DatabaseState.starting("it has only begun");
    private volatile boolean isClosed;

    Database(PostgresServer server, Connections connections, Migration migration) {
        this.server = server;
        this.connections = connections;
        this.migration = migration;
        this.thread = Thread.ofPlatform().name("database").daemon().unstarted(this::live);
    }

    /** Begins; returns at once. */
    void start() {
        thread.start();
    }

    public DatabaseState state() {
        return state;
    }

    /**
     * Waits until it is ready.
     *
     * @return false where it was not within that time
     */
    public boolean awaitReady(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!state.isReady() && !isClosed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state.isReady();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds what is done each time the database has become ready, on the database's own thread: it must be quick, and bear
     * being done once more. Where it is ready now, the caller does it.
     */
    public void onReady(Runnable action) {
        onReady.add(action);
        if (state.isReady()) {
            run(action);
        }
    }

    /** Throws where the database cannot be used now. */
    void requireReady() {
        DatabaseState now = state;
        if (!now.isReady()) {
            throw new UnavailableException("database", "The database is away: " + now.reason());
        }
    }

    /** Somebody's connection broke: look now, not only at the next turn. */
    void suspect() {
        wake.release();
    }

    /** Ends the thread, closes all connections, and stops the server if it is our own. */
    @Override
    public void close() {
        isClosed = true;
        wake.release();
        try {
            if (!thread.join(LONGEST_STOP)) {
                LOG.atWarn().log("The database's thread did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        become(DatabaseState.away("the server is stopping"));
        connections.close();
        server.close();
    }

    private void live() {
        Duration pause = FIRST_PAUSE;
        while (!isClosed) {
            if (hasOpened()) {
                pause = FIRST_PAUSE;
                watch();
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** The edge: whatever goes wrong with a database must not end its thread. */
    private boolean hasOpened() {
        try {
            connections.use(server.open());
            migration.run();
            become(DatabaseState.READY);
            onReady.forEach(Database::run);
            return true;
        } catch (Exception failure) {
            become(DatabaseState.away(reason(failure)));
            return false;
        }
    }

    private void watch() {
        try {
            while (!isClosed) {
                connections.check();
                rest(LOOK_EVERY);
                if (server.hasEnded()) {
                    throw new SQLException("its process has ended; it is started again");
                }
            }
        } catch (SQLException gone) {
            become(DatabaseState.away(reason(gone)));
        }
    }

    /** Until the time is over or somebody wakes us; many wishes are one. */
    private void rest(Duration pause) {
        try {
            if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            isClosed = true;
        }
    }

    private void become(DatabaseState next) {
        DatabaseState before = state;
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (next.isReady()) {
            LOG.atInfo().log("Database ready");
        } else if (!before.equals(next) && !isClosed) {
            LOG.atWarn().addKeyValue("reason", next.reason()).log("Database away");
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("What is done when the database is ready failed");
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getMessage() == null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage()
                        .lines()
                        .map(String::strip)
                        .reduce((a, b) -> a + " " + b)
                        .orElse("");
    }
}
