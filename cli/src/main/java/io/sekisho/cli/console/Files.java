package io.sekisho.cli.console;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files as commands name them: {@code -} is standard input or output, a name ending in .gz is compressed. */
public final class Files {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String STANDARD = "-";

    private Files() {}

    public static boolean isStandard(String name) {
        return name.equals(STANDARD);
    }

    /** Opens what a command reads. */
    public static InputStream input(String name) {
        try {
            InputStream raw = isStandard(name) ? System.in : java.nio.file.Files.newInputStream(existing(name));
            return name.endsWith(".gz")
                    ? new GZIPInputStream(raw, BUFFER_BYTES)
                    : new BufferedInputStream(raw, BUFFER_BYTES);
        } catch (NoSuchFileException missing) {
            throw new UnusableException("There is no file " + name + ".", missing);
        } catch (IOException unreadable) {
            throw new UnusableException("The file " + name + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Opens what a command writes; a file of that name is replaced. */
    public static OutputStream output(String name) {
        try {
            OutputStream raw = isStandard(name) ? standardOutput() : java.nio.file.Files.newOutputStream(Path.of(name));
            return name.endsWith(".gz")
                    ? new GZIPOutputStream(raw, BUFFER_BYTES)
                    : new BufferedOutputStream(raw, BUFFER_BYTES);
        } catch (IOException unwritable) {
            throw new UnusableException(
                    "The file " + name + " cannot be written: " + unwritable.getMessage() + ". Does its folder exist?",
                    unwritable);
        }
    }

    private static Path existing(String name) throws IOException {
        Path path = Path.of(name);
        if (java.nio.file.Files.isDirectory(path)) {
            throw new IOException("it is a folder");
        }
        return path;
    }

    /** Standard output that outlives whoever closes it. */
    private static OutputStream standardOutput() {
        return new FilterOutputStream(System.out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
