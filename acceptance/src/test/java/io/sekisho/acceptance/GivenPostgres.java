package io.sekisho.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL that is not the server's own: it comes, goes, and comes again on its port with what it held. */
final class GivenPostgres implements AutoCloseable {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    private GivenPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** One that is away as yet. */
    static GivenPostgres away(Path folder) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return new GivenPostgres(folder, free.getLocalPort());
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=postgres";
    }

    void start() throws IOException {
        running = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    void stop() throws IOException {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
