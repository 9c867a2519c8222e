package io.sekisho.cli.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * A file that the user names for writing: {@code -} is standard output, {@code .gz} is packed.
 *
 * <p>What is written stands in a file beside the target until {@link #keep()}; closed without it, nothing is left. Only
 * what is no ordinary file, such as {@code /dev/null} or a pipe, is written to at once.
 */
public final class OutputFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final String name;
    private final OutputStream standard;
    private final Path written;
    private final OutputStream stream;
    private boolean isDone;

    /**
     * Opens a file for writing.
     *
     * @throws IOException if it cannot be written
     */
    public OutputFile(String name, OutputStream standard) throws IOException {
        this.name = name;
        this.standard = standard;
        this.written = isStandard() ? Files.createTempFile("sekisho-", ".part") : partOf(Path.of(name));
        OutputStream raw = new BufferedOutputStream(Files.newOutputStream(written), BUFFER_BYTES);
        this.stream = name.endsWith(".gz") ? new GZIPOutputStream(raw, BUFFER_BYTES) : raw;
        if (isTemporary()) {
            // An interrupt ends the process without close().
            written.toFile().deleteOnExit();
        }
    }

    private static Path partOf(Path target) {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return target;
        }
        String part = target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
        return target.resolveSibling(part);
    }

    public OutputStream stream() {
        return stream;
    }

    /** Puts what was written in its place, over what was there. */
    public void keep() throws IOException {
        stream.close();
        isDone = true;
        if (isStandard()) {
            Files.copy(written, standard);
            standard.flush();
            Files.delete(written);
        } else if (isTemporary()) {
            Files.move(written, Path.of(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (isDone) {
            return;
        }
        stream.close();
        if (isTemporary()) {
            Files.deleteIfExists(written);
        }
    }

    private boolean isStandard() {
        return name.equals(InputFile.STANDARD);
    }

    private boolean isTemporary() {
        return isStandard() || !written.equals(Path.of(name));
    }
}
