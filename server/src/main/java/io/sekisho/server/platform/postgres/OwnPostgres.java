package io.sekisho.server.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL in a folder of its own: durable, on loopback alone, behind a password that only this user can read. Used by
 * one thread.
 */
public final class OwnPostgres {

    /*
     * pg_ctl detaches the server from this process: neither Ctrl-C nor kill -9 of the JVM ends it. So one that lives on is
     * stopped (fast) before the next start, which then knows its settings and its port; to take it over instead would spare
     * some 100 ms and leave a second way to start that is seldom used.
     */
    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);

    private static final String SUPERUSER = "postgres";
    private static final String STOP_SECONDS = "20";

    private final Path folder;
    private final Path cluster;
    private final Path secret;
    private final Supplier<String> newSecret;

    /**
     * @param folder nobody else's, mode 0700
     * @param secret the file that the password is kept in
     * @param newSecret draws a password
     */
    public OwnPostgres(Path folder, Path secret, Supplier<String> newSecret) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.secret = secret;
        this.newSecret = newSecret;
    }

    /** A started server, as its administrator connects to it. */
    public record Started(Address address, ProcessHandle process) {}

    /** Starts it; one that was left over by a crash is stopped first. */
    public Started start() throws IOException {
        requirePlainPath();
        PostgresProgram program = PostgresProgram.in(folder);
        stop(program);
        String password = password();
        if (!Files.isDirectory(cluster)) {
            create(program);
        }
        int port = freePort();
        program.run(
                log("pg_ctl"),
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-l",
                log("start").toString(),
                "-o",
                options(port),
                "-w",
                "-t",
                "60",
                "start");
        Postmaster postmaster = Postmaster.of(cluster)
                .orElseThrow(() -> new IOException("PostgreSQL ended as soon as it had started: see " + folder));
        LOG.atInfo()
                .addKeyValue("postgres", postmaster.process().pid())
                .addKeyValue("port", port)
                .log("Own PostgreSQL started");
        Address address = new Address("jdbc:postgresql://localhost:" + port + "/postgres", SUPERUSER, password);
        return new Started(address, postmaster.process());
    }

    /** True where that server works no more; the process may still have a number, as one that nobody asked how it ended. */
    public boolean hasEnded(Started started) {
        return !new Postmaster(started.process()).worksOn(cluster);
    }

    /** Stops it, if it runs. */
    public void stop() throws IOException {
        stop(PostgresProgram.in(folder));
    }

    private void stop(PostgresProgram program) throws IOException {
        Optional<Postmaster> running = Postmaster.of(cluster);
        if (running.isEmpty()) {
            Postmaster.forget(cluster);
            return;
        }
        try {
            stop(program, "fast");
        } catch (IOException tooSlow) {
            LOG.atWarn().addKeyValue("why", tooSlow.getMessage()).log("Own PostgreSQL is stopped at once");
            stop(program, "immediate");
        }
        LOG.atInfo().addKeyValue("postgres", running.get().process().pid()).log("Own PostgreSQL stopped");
    }

    private void stop(PostgresProgram program, String mode) throws IOException {
        program.run(log("pg_ctl"), "pg_ctl", "-D", cluster.toString(), "-m", mode, "-w", "-t", STOP_SECONDS, "stop");
    }

    /** pg_ctl hands paths to a shell, between double quotes. */
    private void requirePlainPath() throws IOException {
        if (folder.toString().matches("(?s).*[\"$`\\\\\\n].*")) {
            throw new IOException("PostgreSQL cannot work in a folder whose path holds quotes, $, ` or \\: " + folder);
        }
    }

    /** All or nothing: a kill in between leaves only what the next start deletes. */
    private void create(PostgresProgram program) throws IOException {
        Path half = folder.resolve("cluster.part");
        Trees.delete(half);
        program.run(
                log("initdb"),
                "initdb",
                "-D",
                half.toString(),
                "-U",
                SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "-E",
                "UTF8",
                "--no-locale",
                "--no-instructions");
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private String password() throws IOException {
        if (!Files.exists(secret)) {
            if (Files.isDirectory(cluster)) {
                throw new IOException("The password of the own PostgreSQL is missing: restore " + secret);
            }
            Path half = secret.resolveSibling(secret.getFileName() + ".part");
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, newSecret.get() + "\n");
            Files.move(half, secret, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(secret).strip();
    }

    private Path log(String name) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("log"));
        return logs.resolve(name + ".log");
    }

    /** For a shell: no value holds a quote. */
    private static String options(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "localhost");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("max_connections", "40");
        settings.put("shared_buffers", "256MB");
        // After a checkpoint each page that is touched goes whole into the log. With the usual ones every minute or so
        // under
        // load, that was most of what was written, and the journal of the decisions waited for the same disk.
        settings.put("max_wal_size", "4GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("wal_compression", "on");
        settings.put("timezone", "UTC");
        // A file a week day, each overwritten after a week; no statements and no values, which could be personal.
        settings.put("logging_collector", "on");
        settings.put("log_directory", "../log");
        settings.put("log_filename", "postgres-%a.log");
        settings.put("log_rotation_age", "1d");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        return settings.entrySet().stream()
                .map(setting -> "-c '" + setting.getKey() + "=" + setting.getValue() + "'")
                .collect(Collectors.joining(" "));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
