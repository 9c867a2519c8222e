package io.sekisho.acceptance.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The demonstration in a process of its own, on ports that are free. */
public final class RunningDemo implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final long LONGEST_STOP_SECONDS = 60;
    private static final Pattern OPEN = Pattern.compile("(?m)(http://localhost:\\d+)/demo/enter\\?token=\\S+");

    private final Path folder;
    private final Process process;
    private final Matcher open;

    private RunningDemo(Path folder, Process process, Matcher open) {
        this.folder = folder;
        this.process = process;
        this.open = open;
    }

    /** Starts it and returns when it has said what to open. */
    public static RunningDemo start(Path folder, String... more) {
        Path out = folder.resolve("demo.out");
        List<String> arguments = new ArrayList<>(List.of("demo", "--port", "0"));
        arguments.addAll(List.of(more));
        Process process = Program.start(out, folder.resolve("demo.err"), arguments.toArray(String[]::new));
        Eventually.isTrue(
                "the demonstration says what to open",
                LONGEST_START,
                () -> !process.isAlive() || OPEN.matcher(read(out)).find());
        Matcher open = OPEN.matcher(read(out));
        if (!open.find()) {
            process.destroyForcibly();
            throw new AssertionError(read(out) + read(folder.resolve("demo.err")));
        }
        return new RunningDemo(folder, process, open);
    }

    /** Lets whoever follows it in. */
    public String link() {
        return open.group();
    }

    public String address(String path) {
        return open.group(1) + path;
    }

    /** The ports that it told of. */
    public List<Integer> ports() {
        return Pattern.compile("http://localhost:(\\d+)")
                .matcher(told())
                .results()
                .map(port -> Integer.valueOf(port.group(1)))
                .distinct()
                .toList();
    }

    /** The addresses on which somebody listens at that port, as Linux writes them: hexadecimal, the last bytes first. */
    public static List<String> listenersAt(int port) {
        String listening = String.format(Locale.ROOT, ":%04X", port);
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(table -> read(table).lines())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns.length > 3 && columns[3].equals("0A"))
                .map(columns -> columns[1])
                .filter(address -> address.endsWith(listening))
                .map(address -> address.substring(0, address.length() - listening.length()))
                .toList();
    }

    /** All that it has told so far. */
    public String told() {
        return read(folder.resolve("demo.out"));
    }

    /** Ends it as Ctrl-C does, and gives its exit code. */
    public int interrupt() throws InterruptedException {
        Signals.interrupt(process.toHandle());
        if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Not ended within " + LONGEST_STOP_SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Folders and processes of demonstrations that are there now. */
    public static List<String> traces() {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            Stream<String> left = folders.map(Path::toString).filter(path -> path.contains("sekisho-demo-"));
            Stream<String> running = ProcessHandle.allProcesses()
                    .map(one -> one.info().commandLine().orElse(""))
                    .filter(line -> line.contains("sekisho-demo-"));
            return Stream.concat(left, running).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        return Files.exists(file) ? new String(Folders.bytes(file), StandardCharsets.UTF_8) : "";
    }
}
