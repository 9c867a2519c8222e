package io.sekisho.cli.serve;

import io.sekisho.cli.Sekisho;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command serve in a process of its own. */
final class Serving implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader out;
    private final Path err;

    private Serving(Process process, Path err) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.err = err;
    }

    /** Standard error goes into a file of that name beside the data folder. */
    static Serving start(Path data, String... more) throws IOException {
        Path err = Files.createTempFile(data.toAbsolutePath().getParent(), "serve", ".err");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                // As the launcher does.
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsekisho.root=" + System.getProperty("sekisho.root", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                Sekisho.class.getName(),
                "serve",
                "--gate-port",
                "0",
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        return new Serving(
                new ProcessBuilder(command).redirectError(err.toFile()).start(), err);
    }

    /** The next line on standard output; null where there is none any more. */
    String line() throws IOException {
        return out.readLine();
    }

    /** Sends SIGTERM, and answers with the exit code. */
    int stop() throws InterruptedException {
        // Not by the process itself, which would close the streams from which we still read.
        process.toHandle().destroy();
        return code();
    }

    int code() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end within " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    List<String> told() throws IOException {
        return Files.readAllLines(err);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }
}
