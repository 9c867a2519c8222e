package io.sekisho.cli.console;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files as commands name them: {@code -} is standard input or output, a name ending in .gz is compressed. */
public final class Files {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String STANDARD = "-";

    private Files() {}

    public static boolean isStandard(String name) {
        return name.equals(STANDARD);
    }

    /** The name of an input as problems show it. */
    public static String shown(String name) {
        return isStandard(name) ? "stdin" : name;
    }

    /** Opens what a command reads; what later keeps it from being read on makes it unusable too. */
    public static InputStream input(String name) {
        try {
            InputStream raw = isStandard(name) ? System.in : java.nio.file.Files.newInputStream(existing(name));
            return new Input(
                    shown(name),
                    name.endsWith(".gz")
                            ? new GZIPInputStream(raw, BUFFER_BYTES)
                            : new BufferedInputStream(raw, BUFFER_BYTES));
        } catch (IOException unreadable) {
            throw Input.unusable(shown(name), unreadable);
        }
    }

    /** Opens what a command writes; a file of that name is replaced. */
    public static OutputStream output(String name) {
        try {
            return packed(name, isStandard(name) ? standardOutput() : newFile(Path.of(name)));
        } catch (IOException unwritable) {
            throw unwritable(name, unwritable);
        }
    }

    /** Opens what a command writes and may yet throw away: what was there before stays until it is kept. */
    public static Replacement replacement(String name) {
        try {
            return Replacement.open(name);
        } catch (IOException unwritable) {
            throw unwritable(name, unwritable);
        }
    }

    /** Sees that no output overwrites an input or another output, and that standard input is read once. */
    public static void requireApart(List<String> inputs, List<String> outputs) {
        if (inputs.stream().filter(Files::isStandard).count() > 1) {
            throw new UnusableException("Only one input can be standard input; name a file for the others.");
        }
        Set<String> taken = new HashSet<>();
        inputs.stream().filter(input -> !isStandard(input)).map(Files::absolute).forEach(taken::add);
        for (String output : outputs) {
            if (!taken.add(absolute(output)) && !output.startsWith("/dev/")) {
                throw new UnusableException(
                        isStandard(output)
                                ? "Two outputs would go to standard output; name a file for one of them."
                                : "The file " + output + " is named twice; every output needs one of its own.");
            }
        }
    }

    static OutputStream newFile(Path path) throws IOException {
        return java.nio.file.Files.newOutputStream(path);
    }

    /** Compressed where the name says so. */
    static OutputStream packed(String name, OutputStream raw) throws IOException {
        return name.endsWith(".gz")
                ? new GZIPOutputStream(raw, BUFFER_BYTES)
                : new BufferedOutputStream(raw, BUFFER_BYTES);
    }

    private static UnusableException unwritable(String name, IOException cause) {
        return new UnusableException(
                "The file " + name + " cannot be written: " + cause.getMessage() + ". Does its folder exist?", cause);
    }

    private static String absolute(String name) {
        return isStandard(name)
                ? name
                : Path.of(name).toAbsolutePath().normalize().toString();
    }

    private static Path existing(String name) throws IOException {
        Path path = Path.of(name);
        if (java.nio.file.Files.isDirectory(path)) {
            throw new IOException("it is a folder");
        }
        return path;
    }

    /** Standard output that outlives whoever closes it. */
    static OutputStream standardOutput() {
        return new FilterOutputStream(System.out) {

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
