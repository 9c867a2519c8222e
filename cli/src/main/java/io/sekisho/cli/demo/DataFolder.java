package io.sekisho.cli.demo;

import io.sekisho.cli.console.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a demo keeps events, labels and decisions: a folder of the user's, or one that is removed at the end. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final boolean isTemporary;

    /** Removes a temporary folder also where the user interrupts the demo. */
    private final Thread removal = new Thread(this::remove, "demo-folder-removal");

    private DataFolder(Path path, boolean isTemporary) {
        this.path = path;
        this.isTemporary = isTemporary;
        if (isTemporary) {
            Runtime.getRuntime().addShutdownHook(removal);
        }
    }

    static DataFolder at(Path path) {
        try {
            return new DataFolder(Files.createDirectories(path), false);
        } catch (IOException impossible) {
            throw new UnusableException(
                    "The folder " + path + " cannot be made ("
                            + impossible.getClass().getSimpleName() + "). Choose another --data.",
                    impossible);
        }
    }

    static DataFolder temporary() {
        try {
            return new DataFolder(Files.createTempDirectory("sekisho-demo-"), true);
        } catch (IOException impossible) {
            throw new UnusableException(
                    "No temporary folder can be made: " + impossible.getMessage() + ". Name one with --data.",
                    impossible);
        }
    }

    /** Where the files stay; empty where they do not. */
    Optional<Path> kept() {
        return isTemporary ? Optional.empty() : Optional.of(path);
    }

    Path events() {
        return path.resolve("events.ndjson");
    }

    Path labels() {
        return path.resolve("labels.ndjson");
    }

    Path decisions() {
        return path.resolve("decisions.ndjson");
    }

    @Override
    public void close() {
        if (!isTemporary) {
            return;
        }
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(removal);
        } catch (IllegalStateException alreadyEnding) {
            // The program is ending just now, and the hook with it.
        }
    }

    /** Removes only what a demo wrote; what cannot be removed lies in the system's temporary folder, and stays. */
    private void remove() {
        for (Path file : List.of(events(), labels(), decisions(), path)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                System.err.println("Left behind: " + file);
            }
        }
    }
}
