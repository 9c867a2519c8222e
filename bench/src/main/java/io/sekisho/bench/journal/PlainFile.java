package io.sekisho.bench.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The floor: the same bytes appended to one file with a write and an fdatasync a batch, without numbers and checksums. */
final class PlainFile implements Appender {

    private final FileChannel channel;
    private final ByteBuffer batch;

    /** For batches of so many bytes at most. */
    PlainFile(Path file, int batchBytes) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.batch = ByteBuffer.allocate(batchBytes);
    }

    @Override
    public void append(byte[] payload) {
        batch.put(payload);
    }

    @Override
    public void commit() throws IOException {
        batch.flip();
        while (batch.hasRemaining()) {
            channel.write(batch);
        }
        batch.clear();
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
