package io.sekisho.server.privacy;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.server.platform.PrivateFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** The customers' keys on disk, each wrapped under the envelope key, in entries of equal length. Owned by one thread. */
final class CustomerKeyFile implements AutoCloseable {

    private static final String CONTEXT = "customer's key";

    /** Tink's prefix, nonce and tag around 32 bytes. */
    private static final int WRAPPED_BYTES = 5 + 12 + 32 + 16;

    /** The customer, the wrapped key, and a checksum of both. */
    private static final int ENTRY_BYTES = Long.BYTES * 2 + WRAPPED_BYTES + Integer.BYTES;

    private final Path path;
    private final EnvelopeKey envelope;
    private final FileChannel channel;
    private long end;

    CustomerKeyFile(Path path, EnvelopeKey envelope) throws IOException {
        this(path, envelope, open(path));
    }

    CustomerKeyFile(Path path, EnvelopeKey envelope, FileChannel channel) throws IOException {
        this.path = path;
        this.envelope = envelope;
        this.channel = channel;
        // A crash may leave part of an entry at the end; nothing committed needs it.
        this.end = channel.size() / ENTRY_BYTES * ENTRY_BYTES;
        channel.truncate(end);
    }

    private static FileChannel open(Path path) throws IOException {
        if (!Files.exists(path)) {
            PrivateFile.write(path, new byte[0]);
        }
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** A customer and his key, not wrapped. */
    record Entry(Fingerprint customer, byte[] key) {}

    /** Adds an entry; one that could be written in part only is written over by the next. */
    void append(Entry entry) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(ENTRY_BYTES)
                .putLong(entry.customer().high())
                .putLong(entry.customer().low())
                .put(envelope.wrap(entry.key(), CONTEXT));
        bytes.putInt(checksum(bytes.array())).flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes, end + bytes.position());
        }
        end += ENTRY_BYTES;
    }

    void force() throws IOException {
        channel.force(false);
    }

    /**
     * Reads every key that is whole. An entry whose checksum does not hold was being written when the machine stopped, and
     * nothing was sealed with it that lasted.
     */
    void readAll(Consumer<Entry> reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            for (long left = end; left >= ENTRY_BYTES; left -= ENTRY_BYTES) {
                ByteBuffer entry = ByteBuffer.wrap(in.readNBytes(ENTRY_BYTES));
                if (entry.getInt(ENTRY_BYTES - Integer.BYTES) == checksum(entry.array())) {
                    reader.accept(entry(entry));
                }
            }
        }
    }

    private Entry entry(ByteBuffer bytes) {
        Fingerprint customer = new Fingerprint(bytes.getLong(), bytes.getLong());
        byte[] wrapped = new byte[WRAPPED_BYTES];
        bytes.get(wrapped);
        return new Entry(customer, envelope.unwrap(wrapped, CONTEXT));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int checksum(byte[] entry) {
        CRC32C crc = new CRC32C();
        crc.update(entry, 0, ENTRY_BYTES - Integer.BYTES);
        return (int) crc.getValue();
    }
}
