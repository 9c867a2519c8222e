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
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An append-only file of numbered records in segments, each record checksummed; what {@link #commit} has returned for
 * survives a crash. Owned by one thread.
 */
public final class Journal implements AutoCloseable {

    static final long SEGMENT_BYTES = 256L * 1024 * 1024;
    private static final int BATCH_BYTES = 1 << 20;

    private final Path folder;
    private final JournalOwner owner;
    private final long segmentBytes;
    private final JournalIndex index;
    private final Optional<String> repair;
    private FileChannel channel;
    private ByteBuffer batch = ByteBuffer.allocate(BATCH_BYTES);
    private long segment;
    private long position;
    private long nextNumber;
    private boolean isBroken;

    private Journal(Path folder, JournalOwner owner, long segmentBytes, Found found) throws IOException {
        this.folder = folder;
        this.owner = owner;
        this.segmentBytes = segmentBytes;
        this.index = found.index();
        this.segment = found.segment();
        this.repair = found.repair();
        this.nextNumber = found.nextNumber();
        this.channel = FileChannel.open(found.last(), StandardOpenOption.WRITE);
        this.position = channel.size();
        channel.position(position);
    }

    private record Found(Path last, long segment, long nextNumber, JournalIndex index, Optional<String> repair) {}

    /**
     * Opens the journal in a folder, or begins one there. A record that a crash left unfinished at the end is cut off.
     *
     * @throws JournalException if the journal is damaged elsewhere than at its end, or is another's
     */
    public static Journal open(Path folder, JournalOwner owner) {
        return open(folder, owner, record -> {});
    }

    /** As {@link #open(Path, JournalOwner)}, and shows every record that is there, in order. */
    public static Journal open(Path folder, JournalOwner owner, Consumer<JournalCursor.Numbered> seen) {
        return open(folder, owner, SEGMENT_BYTES, seen);
    }

    /** A segment that has so many bytes is followed by another. */
    static Journal open(Path folder, JournalOwner owner, long segmentBytes, Consumer<JournalCursor.Numbered> seen) {
        try {
            Files.createDirectories(folder);
            List<Path> segments = segments(folder);
            Found found = segments.isEmpty() ? begin(folder, owner) : recover(folder, owner, segments, seen);
            return new Journal(folder, owner, segmentBytes, found);
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

    /**
     * Adds a record; it is durable once {@link #commit} has returned.
     *
     * @throws IOException if it cannot be written; the journal then takes no more, and is to be opened anew
     */
    public void append(byte[] payload) throws IOException {
        checkSound();
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
        index.note(segment, nextNumber, position);
        position += bytes;
        nextNumber++;
    }

    /** After a failed write nobody knows what the disk holds of it. */
    private void checkSound() throws IOException {
        if (isBroken) {
            throw new IOException("An earlier write to the journal in " + folder + " failed");
        }
    }

    /**
     * Makes everything appended so far durable.
     *
     * @throws IOException if that failed; the journal then takes no more, and is to be opened anew
     */
    public void commit() throws IOException {
        checkSound();
        isBroken = true;
        write();
        channel.force(false);
        if (position >= segmentBytes) {
            beginSegment();
        }
        isBroken = false;
    }

    private void beginSegment() throws IOException {
        channel.close();
        Path file = newSegment(folder, nextNumber, owner);
        channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        segment = nextNumber;
        position = channel.size();
    }

    /** Lets go of the files without committing: what was appended since the last commit may be lost. */
    public void abandon() throws IOException {
        isBroken = true;
        channel.close();
    }

    /** A reader of the records that are committed; to be used by one thread, which may be another than this one's. */
    public JournalReader reader() {
        return new JournalReader(folder, index);
    }

    /** Bytes of the segment being written. */
    public long segmentBytes() {
        return position;
    }

    /** Reads the records from the first on; records appended later may be missed. */
    public JournalCursor cursor() throws IOException {
        write();
        return new JournalCursor(segments(folder), 1);
    }

    /** Where the records in a folder begin, found by reading them all; changes nothing. */
    public static JournalIndex index(Path folder) throws IOException {
        JournalIndex index = new JournalIndex();
        try (JournalCursor cursor = read(folder)) {
            for (Optional<JournalCursor.Numbered> record = cursor.next(); record.isPresent(); record = cursor.next()) {
                note(cursor, record.get(), index);
            }
        }
        return index;
    }

    /** A reader of the records in a folder that are in that index; changes nothing. */
    public static JournalReader reader(Path folder, JournalIndex index) {
        return new JournalReader(folder, index);
    }

    private static void note(JournalCursor cursor, JournalCursor.Numbered record, JournalIndex index) {
        int bytes = Segment.RECORD_HEADER_BYTES + record.payload().length;
        index.note(cursor.firstNumber(), record.number(), cursor.position() - bytes);
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
        try {
            if (!isBroken) {
                commit();
            }
        } finally {
            channel.close();
        }
    }

    private void write() throws IOException {
        boolean wasBroken = isBroken;
        isBroken = true;
        batch.flip();
        while (batch.hasRemaining()) {
            channel.write(batch);
        }
        batch.clear();
        isBroken = wasBroken;
    }

    private static Found begin(Path folder, JournalOwner owner) throws IOException {
        return new Found(newSegment(folder, 1, owner), 1, 1, new JournalIndex(), Optional.empty());
    }

    private static Path newSegment(Path folder, long firstNumber, JournalOwner owner) throws IOException {
        Path file = Segment.file(folder, firstNumber);
        try (FileChannel created = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            created.write(ByteBuffer.wrap(Segment.header(firstNumber, owner)));
            created.force(true);
        }
        // Also the name must last, or the records behind it would not.
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        return file;
    }

    private static Found recover(
            Path folder, JournalOwner owner, List<Path> segments, Consumer<JournalCursor.Numbered> seen)
            throws IOException {
        JournalIndex index = new JournalIndex();
        try (JournalCursor cursor = new JournalCursor(segments, 1)) {
            for (Optional<JournalCursor.Numbered> record = cursor.next(); record.isPresent(); record = cursor.next()) {
                note(cursor, record.get(), index);
                seen.accept(record.get());
            }
            Path file = cursor.file();
            long size = Files.size(file);
            if (cursor.position() == 0) {
                return beginAnew(folder, owner, cursor, index, cursor.segment() == segments.size() - 1);
            }
            checkOwner(folder, owner, cursor);
            if (cursor.position() == size && cursor.segment() == segments.size() - 1) {
                return new Found(file, cursor.firstNumber(), cursor.nextNumber(), index, Optional.empty());
            }
            return cutOff(cursor, index, cursor.segment() == segments.size() - 1);
        }
    }

    private static void checkOwner(Path folder, JournalOwner owner, JournalCursor cursor) {
        if (!cursor.owner().equals(owner)) {
            throw new JournalException("The journal in " + folder + " belongs to shop '"
                    + cursor.owner().shopId() + "' with key '" + cursor.owner().keyId() + "', not to shop '"
                    + owner.shopId() + "' with key '" + owner.keyId() + "': use its own data folder and key.");
        }
    }

    /** A header that is none: that of a segment which was being begun, before it held any record. */
    private static Found beginAnew(
            Path folder, JournalOwner owner, JournalCursor cursor, JournalIndex index, boolean isLast)
            throws IOException {
        long next = cursor.nextNumber();
        byte[] header = Segment.header(next, owner);
        if (!isLast
                || Files.size(cursor.file()) > header.length
                || !Segment.isBegun(Files.readAllBytes(cursor.file()), header)) {
            throw new JournalException(cursor.file()
                    + " does not begin like a segment of this journal: restore it from a copy, or move it away if it is"
                    + " none. Nothing was changed.");
        }
        Files.delete(cursor.file());
        Path file = newSegment(folder, next, owner);
        return new Found(file, next, next, index, Optional.of("The unfinished segment " + file + " was begun anew."));
    }

    private static Found cutOff(JournalCursor cursor, JournalIndex index, boolean isLast) throws IOException {
        if (!isLast) {
            throw new JournalException(cursor.file() + " is damaged at byte " + cursor.position()
                    + ", in the middle of the journal: restore it from a copy, nothing was changed.");
        }
        long lost = Files.size(cursor.file()) - cursor.position();
        try (FileChannel torn = FileChannel.open(cursor.file(), StandardOpenOption.WRITE)) {
            torn.truncate(cursor.position());
            torn.force(true);
        }
        return new Found(
                cursor.file(),
                cursor.firstNumber(),
                cursor.nextNumber(),
                index,
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
