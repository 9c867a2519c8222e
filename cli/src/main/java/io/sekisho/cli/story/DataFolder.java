package io.sekisho.cli.story;

import io.sekisho.cli.console.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a story keeps events, labels and decisions: a folder of the user's, or one that is removed at the end. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final boolean isTemporary;

    /** Where the user interrupts the story, its line of progress ends, and a temporary folder goes. */
    private final Thread interruption = new Thread(this::end, "story-interruption");

    private DataFolder(Path path, boolean isTemporary) {
        this.path = path;
        this.isTemporary = isTemporary;
        Runtime.getRuntime().addShutdownHook(interruption);
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
            return new DataFolder(Files.createTempDirectory("sekisho-story-"), true);
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
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException alreadyEnding) {
            // The program is ending just now, and the hook with it.
        }
    }

    private void end() {
        System.err.println();
        remove();
    }

    /** Removes only what a story wrote; what cannot be removed lies in the system's temporary folder, and stays. */
    private void remove() {
        if (!isTemporary) {
            return;
        }
        for (Path file : List.of(events(), labels(), decisions(), path)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                System.err.println("Left behind: " + file);
            }
        }
    }
}
