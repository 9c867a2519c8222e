package io.sekisho.cli.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./sekisho} commands in a folder, each in a process of its own. */
final class Command {

    private static final long LONGEST_MINUTES = 10;

    private final Path folder;

    Command(Path folder) {
        this.folder = folder;
    }

    /** How a command ended. */
    record Result(int exit, String out, String err) {}

    /** Runs a command to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        boolean isOver = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (!isOver) {
            process.destroyForcibly();
            throw new IllegalStateException("Not over after " + LONGEST_MINUTES + " minutes: " + List.of(arguments));
        }
        return new Result(process.exitValue(), read("stdout"), read("stderr"));
    }

    /** Starts a command and lets it run. */
    Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsekisho.root=" + System.getProperty("sekisho.root"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.sekisho.cli.Sekisho"));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
