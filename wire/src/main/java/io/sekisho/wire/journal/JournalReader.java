package io.sekisho.wire.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a journal by their number, also while it is being written; the next one is at hand, another costs a
 * walk over at most {@link JournalIndex#STEP} records. Owned by one thread.
 */
public final class JournalReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 17;

    private final Path folder;
    private final JournalIndex index;
    private @Nullable FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long segment;
    private long nextNumber;
    private long filePosition;

    /** False after a failure: where it stands then is not known. */
    private boolean isSound;

    JournalReader(Path folder, JournalIndex index) {
        this.folder = folder;
        this.index = index;
    }

    /**
     * The record of that number, which the journal must have committed.
     *
     * @throws JournalException if it is damaged, or not there
     */
    public byte[] read(long number) {
        try {
            JournalIndex.Entry entry = index.before(number);
            boolean isAhead =
                    isSound && segment == entry.segment() && nextNumber <= number && nextNumber >= entry.number();
            isSound = false;
            if (!isAhead) {
                go(entry);
            }
            while (nextNumber < number) {
                skip();
            }
            byte[] record = take();
            isSound = true;
            return record;
        } catch (IOException failed) {
            throw new JournalException("Record " + number + " of the journal in " + folder + " cannot be read", failed);
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    private void go(JournalIndex.Entry entry) throws IOException {
        if (channel == null || segment != entry.segment()) {
            close();
            channel = FileChannel.open(Segment.file(folder, entry.segment()), StandardOpenOption.READ);
            segment = entry.segment();
        }
        nextNumber = entry.number();
        filePosition = entry.position();
        buffer.clear().limit(0);
    }

    private void skip() throws IOException {
        fill(Segment.RECORD_HEADER_BYTES);
        int length = length(buffer.getInt(buffer.position()));
        fill(Segment.RECORD_HEADER_BYTES + length);
        buffer.position(buffer.position() + Segment.RECORD_HEADER_BYTES + length);
        nextNumber++;
    }

    private byte[] take() throws IOException {
        fill(Segment.RECORD_HEADER_BYTES);
        int length = length(buffer.getInt(buffer.position()));
        fill(Segment.RECORD_HEADER_BYTES + length);
        buffer.getInt();
        int checksum = buffer.getInt();
        byte[] payload = new byte[length];
        buffer.get(payload);
        if (checksum != Segment.checksum(nextNumber, payload)) {
            throw damaged();
        }
        nextNumber++;
        return payload;
    }

    private int length(int length) {
        if (length < 0 || length > Segment.MOST_PAYLOAD_BYTES) {
            throw damaged();
        }
        return length;
    }

    private JournalException damaged() {
        return new JournalException("Record " + nextNumber + " is damaged in " + Segment.file(folder, segment)
                + ": restore the segment from a copy.");
    }

    /** Makes so many bytes readable from the buffer. */
    private void fill(int wanted) throws IOException {
        if (buffer.remaining() >= wanted) {
            return;
        }
        if (wanted > buffer.capacity()) {
            buffer = ByteBuffer.allocate(wanted).put(buffer);
        } else {
            buffer.compact();
        }
        FileChannel from = channel;
        while (buffer.position() < wanted) {
            int read = from == null ? -1 : from.read(buffer, filePosition);
            if (read < 0) {
                throw new JournalException("The journal in " + folder + " ends before record " + nextNumber);
            }
            filePosition += read;
        }
        buffer.flip();
    }
}
