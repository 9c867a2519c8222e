package io.sekisho.server.pages.live;

import io.sekisho.server.projection.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who looks on. The feed's thread delivers, one thread of the viewer's own takes.
 *
 * <p>At {@link #MOST_WAITING} rows that nobody took the viewer is too slow and is let go of; it may come back and says what
 * it has seen.
 */
public final class Viewer {

    static final int MOST_WAITING = 2_000;

    private static final int MOST_AT_ONCE = 250;

    private final BlockingQueue<Happening> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final long missingUntil;
    private final Runnable leaving;
    private volatile long seen;
    private volatile boolean isOver;

    Viewer(long seen, long missingUntil, Runnable leaving) {
        this.seen = seen;
        this.missingUntil = missingUntil;
        this.leaving = leaving;
    }

    /** The sequence up to which rows have to be looked up before those that are taken; 0 where none has to. */
    public long missingUntil() {
        return missingUntil;
    }

    /** Whether there will be no more: it was too slow, or the server stops. */
    public boolean isOver() {
        return isOver && waiting.isEmpty();
    }

    /** Those that came, in order, each once; waits for the first of them so long at most. */
    public List<Happening> take(Duration longest) throws InterruptedException {
        Happening first = waiting.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        List<Happening> taken = new ArrayList<>();
        if (first != null) {
            taken.add(first);
            waiting.drainTo(taken, MOST_AT_ONCE - 1);
        }
        return taken;
    }

    /** Tells the feed that nobody looks any more. */
    public void leave() {
        leaving.run();
    }

    /** Under the feed's lock. Answers whether it could follow. */
    boolean deliver(List<Happening> rows) {
        for (Happening row : rows) {
            if (row.sequence() > seen && !waiting.offer(row)) {
                return false;
            }
            seen = Math.max(seen, row.sequence());
        }
        return true;
    }

    void end() {
        isOver = true;
    }
}
