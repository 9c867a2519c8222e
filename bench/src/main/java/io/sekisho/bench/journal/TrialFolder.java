package io.sekisho.bench.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder of its own that is gone afterwards, also when the command is interrupted. */
final class TrialFolder implements AutoCloseable {

    private final Path path;
    private final Thread atExit = new Thread(this::deleteNow);

    private TrialFolder(Path path) {
        this.path = path;
    }

    static TrialFolder within(Path parent) throws IOException {
        TrialFolder folder = new TrialFolder(Files.createTempDirectory(parent, "sekisho-bench"));
        Runtime.getRuntime().addShutdownHook(folder.atExit);
        return folder;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        deleteNow();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void deleteNow() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException undeletable) {
            throw new UncheckedIOException("The folder " + path + " stays; delete it.", undeletable);
        }
    }
}
