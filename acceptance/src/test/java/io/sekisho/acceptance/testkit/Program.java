package io.sekisho.acceptance.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a user starts it: a JVM with the launcher's class path. */
public final class Program {

    private static final long LONGEST_SECONDS = 120;

    private Program() {}

    /** How a command ended. */
    public record Result(int exit, String out, String err) {}

    /** The repository's root. */
    public static Path root() {
        return Path.of(System.getProperty("sekisho.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** Runs a command to its end. */
    public static Result run(String... arguments) {
        Path folder = temporaryFolder();
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process = start(out, err, arguments);
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Not over after " + LONGEST_SECONDS + " s: " + List.of(arguments));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            process.destroyForcibly();
            Folders.delete(folder);
        }
    }

    /** Runs a command that has to succeed, and gives what it printed. */
    public static String succeed(String... arguments) {
        Result result = run(arguments);
        if (result.exit() != 0) {
            throw new AssertionError(List.of(arguments) + " ended with " + result.exit() + "\n" + result.err());
        }
        return result.out();
    }

    static Process start(Path out, Path err, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                arguments[0].equals("serve") ? "-XX:+UseG1GC" : "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsekisho.root=" + root(),
                "-cp",
                root().resolve("cli/target/lib") + "/*",
                "io.sekisho.cli.Sekisho"));
        line.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("SEKISHO_"));
        try {
            return process.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("sekisho-command");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
