package io.sekisho.server.pages.live;

import io.sekisho.server.platform.UnavailableException;
import io.sekisho.server.projection.DecidedEvents;
import io.sekisho.server.projection.Happening;
import io.sekisho.server.projection.Projector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Reads new decisions once for all who look on, and hands them out in order, each once. May be shared by threads. */
public final class LiveFeed implements AutoCloseable {

    /*
     * One thread waits for the projection to move and reads what lies behind the last sequence. While nobody looks on it
     * reads nothing. The last REMEMBERED rows stay in memory, so that who comes back after a moment costs no query; who comes
     * back later looks the difference up by himself, from the database. Joining and handing out happen under one lock: a
     * row is either among those that are remembered or looked up, or it is handed out, never both, never neither.
     *
     * Where decisions come faster than they are read the feed jumps: beyond MOST_BEHIND records everybody is let go of, and
     * comes back to a gap, which is shown as one.
     */
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    static final int MOST_VIEWERS = 100;
    static final int REMEMBERED = 2_000;

    private static final int BATCH = 500;
    private static final long MOST_BEHIND = 20_000;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Projector projector;
    private final DecidedEvents events;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Viewer> viewers = new ArrayList<>();
    private final Deque<Happening> remembered = new ArrayDeque<>();

    private final CountDownLatch closing = new CountDownLatch(1);

    /** All rows behind this sequence and up to {@link #last} are remembered. */
    private long rememberedFrom;

    private long last;
    private volatile boolean isClosed;

    public LiveFeed(Projector projector, DecidedEvents events) {
        this.projector = projector;
        this.events = events;
        this.thread = Thread.ofPlatform().name("live-feed").daemon().unstarted(this::live);
    }

    /** Begins; returns at once. */
    public void start() {
        thread.start();
    }

    /**
     * Begins to look on.
     *
     * @param after the last sequence that was seen
     * @return nothing where {@link #MOST_VIEWERS} look on already, or the server stops
     */
    public Optional<Viewer> join(long after) {
        lock.lock();
        try {
            if (isClosed || viewers.size() >= MOST_VIEWERS) {
                return Optional.empty();
            }
            if (viewers.isEmpty()) {
                jump(projector.state().position());
            }
            Viewer viewer = viewer(after);
            viewers.add(viewer);
            changed.signalAll();
            return Optional.of(viewer);
        } finally {
            lock.unlock();
        }
    }

    /** How many look on. */
    public int viewers() {
        lock.lock();
        try {
            return viewers.size();
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of everybody. */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            closing.countDown();
            letGoOfAll();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (thread.isAlive() && !thread.join(LONGEST_STOP)) {
                LOG.atWarn().log("The live feed did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Viewer viewer(long after) {
        if (after < rememberedFrom) {
            return newViewer(last, last);
        }
        Viewer viewer = newViewer(after, 0);
        viewer.deliver(List.copyOf(remembered));
        return viewer;
    }

    private Viewer newViewer(long seen, long missingUntil) {
        Viewer[] self = new Viewer[1];
        self[0] = new Viewer(seen, missingUntil, () -> leave(self[0]));
        return self[0];
    }

    private void leave(Viewer viewer) {
        lock.lock();
        try {
            viewers.remove(viewer);
        } finally {
            lock.unlock();
        }
    }

    private void live() {
        while (!isClosed) {
            try {
                awaitViewers();
                projector.awaitProjected(lastSeen() + 1, LOOK_EVERY);
                turn();
            } catch (UnavailableException | DataAccessException away) {
                // Whoever looks on sees nothing new meanwhile; health and log tell of the database by themselves.
                rest();
            } catch (InterruptedException interrupted) {
                isClosed = true;
            }
        }
    }

    private void turn() {
        long from = lastSeen();
        long position = projector.state().position();
        if (position <= from) {
            restInTrouble();
            return;
        }
        if (position - from > MOST_BEHIND) {
            skip(position);
            return;
        }
        List<Happening> rows = events.between(from, position, BATCH);
        handOut(rows, rows.size() < BATCH ? position : rows.getLast().sequence());
    }

    private void handOut(List<Happening> rows, long until) {
        lock.lock();
        try {
            last = until;
            remembered.addAll(rows);
            while (remembered.size() > REMEMBERED) {
                rememberedFrom = remembered.removeFirst().sequence();
            }
            viewers.removeIf(viewer -> isTooSlow(viewer, rows));
        } finally {
            lock.unlock();
        }
    }

    private static boolean isTooSlow(Viewer viewer, List<Happening> rows) {
        if (viewer.deliver(rows)) {
            return false;
        }
        viewer.end();
        return true;
    }

    private void skip(long position) {
        lock.lock();
        try {
            letGoOfAll();
            jump(position);
        } finally {
            lock.unlock();
        }
    }

    private void jump(long position) {
        remembered.clear();
        rememberedFrom = position;
        last = position;
    }

    private void letGoOfAll() {
        viewers.forEach(Viewer::end);
        viewers.clear();
    }

    private long lastSeen() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    private void awaitViewers() throws InterruptedException {
        lock.lock();
        try {
            while (viewers.isEmpty() && !isClosed) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** In trouble the projector lets nobody wait. */
    private void restInTrouble() {
        if (projector.state().trouble() != null) {
            rest();
        }
    }

    private void rest() {
        try {
            isClosed |= closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            isClosed = true;
        }
    }
}
