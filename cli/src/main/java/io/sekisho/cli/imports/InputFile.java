package io.sekisho.cli.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file that the user names for reading: {@code -} is standard input, {@code .gz} is unpacked. */
public final class InputFile {

    /** Standard input and output on the command line. */
    public static final String STANDARD = "-";

    private static final int BUFFER_BYTES = 1 << 16;

    private final String name;
    private final InputStream standard;

    public InputFile(String name, InputStream standard) {
        this.name = name;
        this.standard = standard;
    }

    /** The name to show in problems. */
    public String name() {
        return isStandard() ? "stdin" : name;
    }

    boolean isStandard() {
        return name.equals(STANDARD);
    }

    /**
     * Opens the file; the caller closes it.
     *
     * @throws UnreadableInput if it cannot be opened; the stream throws the same if it cannot be read on
     */
    public InputStream open() throws UnreadableInput {
        try {
            InputStream raw = isStandard() ? standard : Files.newInputStream(Path.of(name));
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
            return new Blaming(new BufferedInputStream(plain, BUFFER_BYTES));
        } catch (IOException e) {
            throw new UnreadableInput(name(), e);
        }
    }

    /** Tells a failed read from a failed write. */
    private final class Blaming extends FilterInputStream {

        Blaming(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw new UnreadableInput(name(), e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                throw new UnreadableInput(name(), e);
            }
        }
    }
}
