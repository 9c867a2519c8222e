package io.sekisho.cli.demo;

import io.sekisho.cli.console.UnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a demonstration keeps its server and its past: a new folder of the user's, or one that is removed at the end. */
final class DemoFolder implements AutoCloseable {

    private final Path path;
    private final boolean isTemporary;

    private DemoFolder(Path path, boolean isTemporary) {
        this.path = path;
        this.isTemporary = isTemporary;
    }

    static DemoFolder at(Path path) {
        try {
            Files.createDirectories(path);
            try (Stream<Path> files = Files.list(path)) {
                if (files.findAny().isPresent()) {
                    throw new UnusableException(
                            "--data " + path + " is not empty: a demonstration needs a new folder.");
                }
            }
            return new DemoFolder(path, false);
        } catch (IOException impossible) {
            throw new UnusableException("--data " + path + " cannot be used: " + impossible.getMessage(), impossible);
        }
    }

    static DemoFolder temporary() {
        try {
            return new DemoFolder(Files.createTempDirectory("sekisho-demo-"), true);
        } catch (IOException impossible) {
            throw new UnusableException(
                    "No temporary folder can be made: " + impossible.getMessage() + ". Name one with --data.",
                    impossible);
        }
    }

    /** The server's data folder. */
    Path server() {
        return path.resolve("server");
    }

    /** Where the simulated past is written. */
    Path past() throws IOException {
        return Files.createDirectories(path.resolve("past"));
    }

    /** Where it all stays; empty where it does not. */
    Optional<Path> kept() {
        return isTemporary ? Optional.empty() : Optional.of(path);
    }

    @Override
    public void close() {
        if (!isTemporary || !Files.exists(path)) {
            return;
        }
        try {
            for (Path file : deepestFirst()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stays) {
            System.err.println("Left behind: " + path);
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
