package io.sekisho.server.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL ({@code initdb}, {@code pg_ctl}), unpacked into a folder. */
final class PostgresProgram {

    /*
     * The binaries come in a library; the launcher that its makers offer beside it is made for tests and is not used: it
     * switches fsync off, lets everybody on the machine in without a password, makes the folder of the binaries writable for
     * all, and deletes what it takes for left-over data. What is left of it without these is this package.
     */
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /** In the name of the folder: another version is unpacked beside. */
    private static final String VERSION = "18.6.0";

    private static final long LONGEST_SECONDS = 90;
    private static final int SHOWN_LINES = 12;
    private static final int EXECUTABLE = 0b001_000_000;

    private final Path home;
    private final boolean isRoot;

    private PostgresProgram(Path home, boolean isRoot) {
        this.home = home;
        this.isRoot = isRoot;
    }

    /** Unpacks what is not there yet. */
    static PostgresProgram in(Path folder) throws IOException {
        requireSupportedMachine();
        Path home = folder.resolve("program-" + VERSION);
        if (!Files.isDirectory(home)) {
            Path half = folder.resolve("program.part");
            Trees.delete(half);
            unpack(half);
            Files.move(half, home);
        }
        return new PostgresProgram(home, isRoot(folder));
    }

    /** Runs a program to its end; what it says goes into the log. */
    void run(Path log, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot) {
            // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        if (!hasEnded(process)) {
            process.destroyForcibly();
            throw new IOException(program + " did not end within " + LONGEST_SECONDS + " s: " + tail(log));
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " failed: " + tail(log)
                    + (isRoot
                            ? " (as root, by unshare -U; where a"
                                    + " container forbids that, run the server as another user or give --db-url)"
                            : ""));
        }
    }

    private static void requireSupportedMachine() throws IOException {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            throw new IOException("There is no PostgreSQL in this program for " + machine + ": give one with --db-url");
        }
    }

    private static boolean isRoot(Path ours) throws IOException {
        Path probe = Files.createTempFile(ours, "owner", "");
        try {
            return Files.getAttribute(probe, "unix:uid").equals(0);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean hasEnded(Process process) throws IOException {
        try {
            return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was started or stopped", interrupted);
        }
    }

    /** The last lines, in one. */
    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream archive = PostgresProgram.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException("The library with PostgreSQL's binaries is not on the class path: " + ARCHIVE);
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, inside(folder, entry.getName()));
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean runs = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwx------" : "rw-------"));
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(String.format(Locale.ROOT, "The archive leaves its folder: %s", name));
        }
        return target;
    }
}
