package io.sekisho.server.decision;

import io.sekisho.server.platform.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Whether the journal's disk has room left. Refusing before it is full leaves room for PostgreSQL and logs, and spares the
 * journal writes that fail half-way. Owned by one thread.
 */
final class DiskRoom {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Asks how much room there is. */
    interface Room {
        long usableBytes() throws IOException;
    }

    private final Room room;
    private final long leastBytes;
    private final Ticker ticker;
    private long askedNanos;
    private boolean isShort;

    /**
     * @param leastBytes with less than this nothing is written
     */
    DiskRoom(Path folder, long leastBytes, Ticker ticker) throws IOException {
        this(Files.getFileStore(folder)::getUsableSpace, leastBytes, ticker);
    }

    DiskRoom(Room room, long leastBytes, Ticker ticker) {
        this.room = room;
        this.leastBytes = leastBytes;
        this.ticker = ticker;
        this.askedNanos = ticker.nanos() - INTERVAL_NANOS;
    }

    boolean isShort() {
        long now = ticker.nanos();
        if (now - askedNanos >= INTERVAL_NANOS) {
            askedNanos = now;
            isShort = usable() < leastBytes;
        }
        return isShort;
    }

    /** A disk that does not say how full it is is not taken for full. */
    private long usable() {
        try {
            return room.usableBytes();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
