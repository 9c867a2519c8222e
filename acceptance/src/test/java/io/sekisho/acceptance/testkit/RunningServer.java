package io.sekisho.acceptance.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code sekisho serve} as a process on loopback; killed when it is closed. */
public final class RunningServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(45);
    private static final Pattern READY =
            Pattern.compile("(?m)^ready http://localhost:(\\d+) gate http://localhost:(\\d+)$");

    private final Path data;
    private final Process process;
    private final int port;
    private final int gatePort;

    private RunningServer(Path data, Process process, Matcher ready) {
        this.data = data;
        this.process = process;
        this.port = Integer.parseInt(ready.group(1));
        this.gatePort = Integer.parseInt(ready.group(2));
    }

    /** Starts a server on ports that are free, and returns when it answers. */
    public static RunningServer start(Path data, String... more) {
        Path out = beside(data, ".out");
        Path err = beside(data, ".err");
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--port", "0", "--gate-port", "0", "--data", data.toString()));
        arguments.addAll(List.of(more));
        try {
            Files.deleteIfExists(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Process process = Program.start(out, err, arguments.toArray(String[]::new));
        try {
            Eventually.isTrue(
                    "the server answers\n" + err,
                    LONGEST_START,
                    () -> !process.isAlive() || READY.matcher(read(out)).find());
            Matcher ready = READY.matcher(read(out));
            if (!ready.find()) {
                throw new AssertionError("The server ended at its start:\n" + read(err));
            }
            return new RunningServer(data, process, ready);
        } catch (AssertionError failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    /** Makes an API key; a server on that folder, running or not, knows it. */
    public static String newKey(Path data, String scopes, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("key", "create", "--data", data.toString(), "--scope", scopes));
        arguments.addAll(List.of(more));
        return Program.succeed(arguments.toArray(String[]::new)).strip();
    }

    public int port() {
        return port;
    }

    public int gatePort() {
        return gatePort;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** All that servers on this folder have logged. */
    public String log() {
        return read(log(data));
    }

    /** Where servers on that folder log to. */
    public static Path log(Path data) {
        return beside(data, ".err");
    }

    /** Asks on a connection of its own. */
    public Response ask(Request request) throws IOException {
        return ask(port, request);
    }

    /** Asks the gate on a connection of its own. */
    public Response askGate(Request request) throws IOException {
        return ask(gatePort, request);
    }

    /** Ends it as {@code kill} does, and gives its exit code. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Sends the signal that a user sends, without waiting. */
    public void askToStop() {
        process.destroy();
    }

    public int awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Not stopped within " + LONGEST_STOP);
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** {@code kill -9}; what it leaves behind is left behind. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Whatever was started is ended, its PostgreSQL too. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        LeftOver.end(data);
    }

    private static Response ask(int port, Request request) throws IOException {
        try (Connection connection = Connection.to(port)) {
            return connection.exchange(request);
        }
    }

    private static Path beside(Path data, String ending) {
        return data.resolveSibling(data.getFileName() + ending);
    }

    private static String read(Path file) {
        return new String(Folders.bytes(file), StandardCharsets.UTF_8);
    }
}
