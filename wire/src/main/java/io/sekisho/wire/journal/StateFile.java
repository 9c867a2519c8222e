package io.sekisho.wire.journal;

import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** A file that holds a state, whole or not at all: written aside, checksummed, and put in place when it is durable. */
public final class StateFile {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int LONGS_AT_ONCE = 8192;

    private StateFile() {}

    /** Writes the file; one of that name is replaced only once the new one is durable. */
    public static void write(Path path, Consumer<StateSink> content) throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".new");
        try (FileOutputStream file = new FileOutputStream(aside.toFile())) {
            CheckedOutputStream checked =
                    new CheckedOutputStream(new BufferedOutputStream(file, BUFFER_BYTES), new CRC32C());
            DataOutputStream out = new DataOutputStream(checked);
            content.accept(new Sink(out));
            out.writeLong(checked.getChecksum().getValue());
            out.flush();
            file.getFD().sync();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** True where the file is there and its checksum holds. */
    public static boolean isSound(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) < Long.BYTES) {
            return false;
        }
        long left = Files.size(path) - Long.BYTES;
        try (DataInputStream in = open(path)) {
            CRC32C crc = new CRC32C();
            byte[] buffer = new byte[BUFFER_BYTES];
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                crc.update(buffer, 0, read);
                left -= read;
            }
            return crc.getValue() == in.readLong();
        }
    }

    /** Reads the file with that reader. */
    public static <T> T read(Path path, Function<StateSource, T> reader) throws IOException {
        try (DataInputStream in = open(path)) {
            return reader.apply(new Source(in));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static DataInputStream open(Path path) throws IOException {
        return new DataInputStream(new CheckedInputStream(
                new BufferedInputStream(new FileInputStream(path.toFile()), BUFFER_BYTES), new CRC32C()));
    }

    private record Sink(DataOutputStream out) implements StateSink {

        @Override
        public void putInt(int value) {
            unchecked(() -> out.writeInt(value));
        }

        @Override
        public void putLong(long value) {
            unchecked(() -> out.writeLong(value));
        }

        @Override
        public void putText(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            unchecked(() -> {
                out.writeInt(bytes.length);
                out.write(bytes);
            });
        }

        @Override
        public void putLongs(long[] values, int from, int to) {
            for (int at = from; at < to; at += LONGS_AT_ONCE) {
                int count = Math.min(LONGS_AT_ONCE, to - at);
                ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES);
                bytes.asLongBuffer().put(values, at, count);
                unchecked(() -> out.write(bytes.array()));
            }
        }
    }

    private record Source(DataInputStream in) implements StateSource {

        @Override
        public int takeInt() {
            return taken(in::readInt);
        }

        @Override
        public long takeLong() {
            return taken(in::readLong);
        }

        @Override
        public String takeText() {
            return taken(() -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }

        @Override
        public void takeLongs(long[] values, int from, int to) {
            for (int at = from; at < to; at += LONGS_AT_ONCE) {
                int count = Math.min(LONGS_AT_ONCE, to - at);
                byte[] bytes = taken(() -> in.readNBytes(count * Long.BYTES));
                ByteBuffer.wrap(bytes).asLongBuffer().get(values, at, count);
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private interface Taking<T> {
        T take() throws IOException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static <T> T taken(Taking<T> taking) {
        try {
            return taking.take();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
