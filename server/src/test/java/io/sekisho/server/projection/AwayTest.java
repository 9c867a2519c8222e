package io.sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.Waiting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** PostgreSQL goes away in the middle of the work and comes back: nothing is lost and nothing comes twice. */
final class AwayTest {

    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2023-10-01T00:00:00Z"));
    private static final ProjectionSettings SETTINGS = new ProjectionSettings(50, 1 << 20, Duration.ofDays(400));

    @TempDir
    private Path folder;

    @Test
    void catchesUpWhenPostgresIsBack() throws Exception {
        int port = freePort();
        DataSource source = new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
        List<String> lines = TestJournal.simulated(11, 3, 250);
        CountDownLatch never = new CountDownLatch(1);
        try (TestJournal journal = new TestJournal(folder.resolve("journal"));
                Projector projector =
                        new Projector(journal.tail(), new ProjectionTarget(source, TestJournal.SHOP), SETTINGS, TIME)) {
            projector.start();
            feed(journal, lines, 0, 200);
            assertThat(projector.awaitProjected(1, Duration.ofSeconds(30)))
                    .as("nobody waits for a database that is away")
                    .isEqualTo(1);

            try (EmbeddedPostgres postgres = start(port)) {
                assertThat(postgres.getPort()).isEqualTo(port);
                Flyway.configure().dataSource(source).load().migrate();
                Waiting.until("begun", () -> projector.state().position() >= 200);
                feed(journal, lines, 200, 1_000);
                Waiting.until("in the middle", () -> projector.state().position() > 250);
            }
            long before = projector.state().position();
            feed(journal, lines, 1_000, 1_500);
            assertThat(never.await(5, TimeUnit.SECONDS)).isFalse();
            assertThat(projector.state().trouble()).isNotNull();
            assertThat(projector.state().lagRecords()).isPositive();
            assertThat(projector.state().position()).isGreaterThanOrEqualTo(before);

            try (EmbeddedPostgres postgres = start(port)) {
                assertThat(postgres.getPort()).isEqualTo(port);
                Waiting.until("caught up", () -> projector.state().position() == 1_500);
                assertThat(projector.state().trouble()).isNull();
                assertThat(new ProjectionCheck(journal.tail(), TestJournal.SHOP, SETTINGS)
                                .run(source, TIME.instant())
                                .differences())
                        .isEmpty();
            }
        }
    }

    private static void feed(TestJournal journal, List<String> lines, int from, int to) throws IOException {
        for (String line : lines.subList(from, to)) {
            journal.accept(line);
        }
        journal.commit();
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
