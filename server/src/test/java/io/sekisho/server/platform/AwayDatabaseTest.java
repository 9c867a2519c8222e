package io.sekisho.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.odd.OddRequests;
import io.sekisho.server.RunningServer;
import io.sekisho.server.Waiting;
import io.sekisho.server.access.Scope;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A PostgreSQL of others that is away when the server starts, comes, goes and comes again. */
final class AwayDatabaseTest {

    @TempDir
    private Path data;

    @TempDir
    private Path others;

    @Test
    void theServerStandsWithoutItAndTakesItUpWhenItComes() throws Exception {
        int port = freePort();
        String url = "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
        try (RunningServer server = RunningServer.start(RunningServer.settings(data, url), OddRequests.class)) {
            AtomicInteger told = new AtomicInteger();
            server.part(Database.class).onReady(told::incrementAndGet);
            assertIsAway(server);

            try (EmbeddedPostgres postgres = others(port)) {
                server.whenReady();
                assertThat(postgres.getPort()).isEqualTo(port);
                assertIsThere(server);
            }
            awaitAway(server);
            assertIsAway(server);
            assertThat(told).hasValue(1);

            try (EmbeddedPostgres again = others(port)) {
                server.whenReady();
                assertThat(again.getPort()).isEqualTo(port);
                assertThat(RunningServer.json(server.get("/actuator/health"))
                                .get("status")
                                .asString())
                        .isEqualTo("UP");
                Waiting.until("being told again", () -> told.get() == 2);
            }
        }
    }

    private static void assertIsAway(RunningServer server) throws Exception {
        assertThat(server.part(Database.class).state().isReady()).isFalse();
        assertThatThrownBy(() -> server.part(JdbcClient.class)
                        .sql("SELECT 1")
                        .query(Integer.class)
                        .single())
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("away");
        assertThatThrownBy(() -> server.part(TransactionTemplate.class).executeWithoutResult(status -> {}))
                .isInstanceOf(UnavailableException.class);

        HttpResponse<String> refused = server.get("/odd/query");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
        assertThat(RunningServer.json(refused).get("code").asString()).isEqualTo("database_unavailable");

        HttpResponse<String> health = server.getAs(Scope.METRICS, "/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(RunningServer.json(health).get("status").asString()).isEqualTo("DEGRADED");
        assertThat(RunningServer.json(health)
                        .at("/components/database/details/reason")
                        .asString())
                .isNotBlank();
        assertThat(server.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(server.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private static void assertIsThere(RunningServer server) throws Exception {
        JdbcClient client = server.part(JdbcClient.class);
        client.sql("CREATE TABLE there (id bigint PRIMARY KEY)").update();
        client.sql("INSERT INTO there VALUES (1)").update();
        assertThatThrownBy(() -> client.sql("INSERT INTO there VALUES (1)").update())
                .as("a refusal is not an absence, and repeats no value")
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageNotContaining("(1) already");
        assertThat(server.get("/odd/query").body()).isEqualTo("1");
        assertThat(RunningServer.json(server.get("/actuator/health"))
                        .get("status")
                        .asString())
                .isEqualTo("UP");
    }

    private static void awaitAway(RunningServer server) throws InterruptedException {
        Database database = server.part(Database.class);
        Waiting.until("the database being away", () -> !database.state().isReady());
    }

    private EmbeddedPostgres others(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(others.resolve("cluster"))
                .setOverrideWorkingDirectory(others.resolve("program").toFile())
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
