package io.sekisho.wire.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a journal's records one after the other. Owned by one thread. */
public final class JournalCursor implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final List<Path> segments;
    private int segment = -1;
    private DataInputStream in = new DataInputStream(DataInputStream.nullInputStream());
    private long position;
    private long nextNumber;
    private long firstNumber;
    private JournalOwner owner = new JournalOwner("", "");

    JournalCursor(List<Path> segments, long firstNumber) throws IOException {
        this.segments = List.copyOf(segments);
        this.nextNumber = firstNumber;
    }

    /** A record and its number. */
    public static final class Numbered {
        private final long number;
        private final byte[] payload;

        private Numbered(long number, byte[] payload) {
            this.number = number;
            this.payload = payload;
        }

        public long number() {
            return number;
        }

        /** The record itself, not a copy. */
        public byte[] payload() {
            return payload;
        }
    }

    /** The next record; empty at the end, or where the last segment is torn. */
    Optional<Numbered> next() throws IOException {
        while (true) {
            Optional<Numbered> found = read();
            if (found.isPresent()) {
                return found;
            }
            if (!isReadToItsEnd() || !openNext()) {
                return Optional.empty();
            }
        }
    }

    /** Skips to the first record with at least that number, and gives it. */
    public Optional<Numbered> seek(long number) throws IOException {
        Optional<Numbered> found = next();
        while (found.isPresent() && found.get().number() < number) {
            found = next();
        }
        return found;
    }

    /** As {@link #next}, for readers outside. */
    public Optional<Numbered> following() throws IOException {
        return next();
    }

    /** The segment being read. */
    Path file() {
        return segments.get(Math.max(segment, 0));
    }

    int segment() {
        return segment;
    }

    /** Just behind the last sound record of the segment being read. */
    long position() {
        return position;
    }

    long nextNumber() {
        return nextNumber;
    }

    /** Number of the first record of the segment being read. */
    long firstNumber() {
        return firstNumber;
    }

    /** As the segment being read names it. */
    JournalOwner owner() {
        return owner;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Optional<Numbered> read() throws IOException {
        byte[] head = in.readNBytes(Segment.RECORD_HEADER_BYTES);
        if (head.length < Segment.RECORD_HEADER_BYTES) {
            return Optional.empty();
        }
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(head);
        int length = header.getInt();
        int checksum = header.getInt();
        if (length < 0 || length > Segment.MOST_PAYLOAD_BYTES) {
            return Optional.empty();
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length || checksum != Segment.checksum(nextNumber, payload)) {
            return Optional.empty();
        }
        position += Segment.RECORD_HEADER_BYTES + (long) length;
        return Optional.of(new Numbered(nextNumber++, payload));
    }

    /** Not if a record is cut off or damaged: what follows in a later segment would leave a gap. */
    private boolean isReadToItsEnd() throws IOException {
        return segment < 0 || position == Files.size(file());
    }

    private boolean openNext() throws IOException {
        if (segment + 1 >= segments.size()) {
            return false;
        }
        in.close();
        Path file = segments.get(++segment);
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
        Optional<Segment.Header> header = Segment.readHeader(in);
        if (header.isEmpty()) {
            position = 0;
            return false;
        }
        firstNumber = header.get().firstNumber();
        if (firstNumber != nextNumber) {
            throw new JournalException(file + " begins with record " + firstNumber + ", but record " + nextNumber
                    + " is next: a segment is missing. Restore it from a copy, nothing was changed.");
        }
        owner = header.get().owner();
        position = header.get().bytes();
        return true;
    }
}
