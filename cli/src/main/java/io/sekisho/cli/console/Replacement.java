package io.sekisho.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written anew and takes its place only when all is well: until {@link #keep()} it stands beside the
 * target; closed without it, nothing is left. Only what is no ordinary file, such as {@code /dev/null} or a pipe, is
 * written to at once.
 */
public final class Replacement implements AutoCloseable {

    private final String name;

    /** Where it is written; null where that is the target itself. */
    private final @Nullable Path beside;

    private final OutputStream stream;
    private boolean isDone;

    private Replacement(String name, @Nullable Path beside, OutputStream stream) {
        this.name = name;
        this.beside = beside;
        this.stream = stream;
    }

    /** For an output that nobody wants. */
    public static Replacement ofNothing() {
        return new Replacement("", null, OutputStream.nullOutputStream());
    }

    static Replacement open(String name) throws IOException {
        if (!Files.isStandard(name) && isSpecial(Path.of(name))) {
            return new Replacement(name, null, Files.output(name));
        }
        Path beside = Files.isStandard(name)
                ? java.nio.file.Files.createTempFile("sekisho-", ".part")
                : besideOf(Path.of(name));
        OutputStream stream = Files.packed(name, Files.newFile(beside));
        // An interrupt ends the process without close().
        beside.toFile().deleteOnExit();
        return new Replacement(name, beside, stream);
    }

    private static boolean isSpecial(Path target) {
        return java.nio.file.Files.exists(target) && !java.nio.file.Files.isRegularFile(target);
    }

    private static Path besideOf(Path target) {
        return target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    public OutputStream stream() {
        return stream;
    }

    /** Puts what was written in its place, over what was there. */
    public void keep() throws IOException {
        stream.close();
        isDone = true;
        if (beside == null) {
            return;
        }
        if (Files.isStandard(name)) {
            try (OutputStream out = Files.standardOutput()) {
                java.nio.file.Files.copy(beside, out);
            }
            java.nio.file.Files.delete(beside);
        } else {
            java.nio.file.Files.move(beside, Path.of(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (isDone) {
            return;
        }
        stream.close();
        if (beside != null) {
            java.nio.file.Files.deleteIfExists(beside);
        }
    }
}
