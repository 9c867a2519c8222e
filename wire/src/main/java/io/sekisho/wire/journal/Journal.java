package io.sekisho.wire.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An append-only file of numbered records in segments, each record checksummed; what {@link #commit} has returned for
 * survives a crash. Owned by one thread.
 */
public final class Journal implements AutoCloseable {

    private static final long SEGMENT_BYTES = 256L * 1024 * 1024;
    private static final int BATCH_BYTES = 1 << 20;

    private final Path folder;
    private final String shopId;
    private final Optional<String> repair;
    private FileChannel channel;
    private ByteBuffer batch = ByteBuffer.allocate(BATCH_BYTES);
    private long nextNumber;

    private Journal(Path folder, String shopId, Found found) throws IOException {
        this.folder = folder;
        this.shopId = shopId;
        this.repair = found.repair();
        this.nextNumber = found.nextNumber();
        this.channel = FileChannel.open(found.last(), StandardOpenOption.WRITE);
        channel.position(channel.size());
    }

    private record Found(Path last, long nextNumber, Optional<String> repair) {}

    /**
     * Opens the journal in a folder, or begins one there. A record that a crash left unfinished at the end is cut off.
     *
     * @throws JournalException if the journal is damaged elsewhere than at its end
     */
    public static Journal open(Path folder, String shopId) {
        try {
            Files.createDirectories(folder);
            List<Path> segments = segments(folder);
            Found found = segments.isEmpty() ? begin(folder, shopId) : recover(folder, shopId, segments);
            return new Journal(folder, shopId, found);
        } catch (IOException failed) {
            throw new JournalException(
                    "The journal in " + folder + " cannot be opened: " + failed.getMessage(), failed);
        }
    }

    /** What was cut off at the end when the journal was opened, if anything was. */
    public Optional<String> repair() {
        return repair;
    }

    /** Number of the record appended last; 0 before the first. */
    public long lastNumber() {
        return nextNumber - 1;
    }

    /** Adds a record; it is durable once {@link #commit} has returned. */
    public void append(byte[] payload) throws IOException {
        if (payload.length > Segment.MOST_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("A record of " + payload.length + " bytes is too long");
        }
        int bytes = Segment.RECORD_HEADER_BYTES + payload.length;
        if (batch.remaining() < bytes) {
            write();
            batch = bytes > batch.capacity() ? ByteBuffer.allocate(bytes) : batch;
        }
        batch.putInt(payload.length)
                .putInt(Segment.checksum(nextNumber, payload))
                .put(payload);
        nextNumber++;
    }

    /** Makes everything appended so far durable. */
    public void commit() throws IOException {
        write();
        channel.force(false);
        if (channel.position() >= SEGMENT_BYTES) {
            channel.close();
            channel = FileChannel.open(
                    newSegment(folder, nextNumber, shopId), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }
    }

    /** Reads the records from the first on; records appended later may be missed. */
    public JournalCursor cursor() throws IOException {
        write();
        return new JournalCursor(segments(folder), 1);
    }

    /**
     * Reads the records in a folder from the first on, changing nothing, also while their owner goes on: whoever reads no
     * further than the last number that was committed sees whole records only.
     */
    public static JournalCursor read(Path folder) throws IOException {
        return new JournalCursor(segments(folder), 1);
    }

    @Override
    public void close() throws IOException {
        commit();
        channel.close();
    }

    private void write() throws IOException {
        batch.flip();
        while (batch.hasRemaining()) {
            channel.write(batch);
        }
        batch.clear();
    }

    private static Found begin(Path folder, String shopId) throws IOException {
        return new Found(newSegment(folder, 1, shopId), 1, Optional.empty());
    }

    private static Path newSegment(Path folder, long firstNumber, String shopId) throws IOException {
        Path file = Segment.file(folder, firstNumber);
        try (FileChannel created = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            created.write(ByteBuffer.wrap(Segment.header(firstNumber, shopId)));
            created.force(true);
        }
        return file;
    }

    private static Found recover(Path folder, String shopId, List<Path> segments) throws IOException {
        try (JournalCursor cursor = new JournalCursor(segments, 1)) {
            while (cursor.next().isPresent()) {
                // Only the way to the end matters.
            }
            Path file = cursor.file();
            long size = Files.size(file);
            if (cursor.position() == 0 && cursor.segment() == 0) {
                throw new JournalException(file + " does not begin like a journal; move it away to begin anew.");
            }
            if (cursor.position() == size && cursor.segment() == segments.size() - 1) {
                return new Found(file, cursor.nextNumber(), Optional.empty());
            }
            return cutOff(folder, shopId, cursor, cursor.segment() == segments.size() - 1);
        }
    }

    private static Found cutOff(Path folder, String shopId, JournalCursor cursor, boolean isLast) throws IOException {
        if (!isLast) {
            throw new JournalException(cursor.file() + " is damaged at byte " + cursor.position()
                    + ", in the middle of the journal: restore it from a copy, nothing was changed.");
        }
        long lost = Files.size(cursor.file()) - cursor.position();
        if (cursor.position() == 0) {
            Files.delete(cursor.file());
            return new Found(
                    newSegment(folder, cursor.nextNumber(), shopId),
                    cursor.nextNumber(),
                    Optional.of("An unfinished segment of " + lost + " bytes was begun anew."));
        }
        try (FileChannel torn = FileChannel.open(cursor.file(), StandardOpenOption.WRITE)) {
            torn.truncate(cursor.position());
            torn.force(true);
        }
        return new Found(
                cursor.file(),
                cursor.nextNumber(),
                Optional.of("Cut an unfinished record of " + lost + " bytes off the end of " + cursor.file() + "."));
    }

    private static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(Segment.ENDING))
                    .sorted()
                    .toList());
        }
    }
}
