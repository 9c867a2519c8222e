package io.sekisho.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import io.sekisho.server.access.Scope;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** Who may know how the server is, and how much. */
final class HealthTest {

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static volatile Health late = Health.up().build();

    /** A part that another module would bring. */
    static final class Late {

        @Bean
        HealthIndicator lateHealthIndicator() {
            return () -> late;
        }
    }

    @BeforeAll
    static void start() throws InterruptedException {
        server = RunningServer.start(data, Late.class).whenReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everybodyLearnsTheStatusAndNothingElse() throws Exception {
        JsonNode health = RunningServer.json(server.get("/actuator/health"));

        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.has("components")).isFalse();
        assertThat(server.getAs(Scope.DECIDE, "/actuator/health").body()).doesNotContain("components");
    }

    @Test
    void whoMaySeeTheMetricsLearnsThePartsToo() throws Exception {
        JsonNode health = RunningServer.json(server.getAs(Scope.METRICS, "/actuator/health"));

        assertThat(health.at("/components/database/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/doors/details/main").asString()).isEqualTo("open");
        assertThat(health.at("/components/diskSpace/status").asString()).isEqualTo("UP");
    }

    @Test
    void aPartThatIsLateDegradesAndOneThatIsDownIsDown() throws Exception {
        try {
            late = Health.status(HealthStatus.DEGRADED)
                    .withDetail("reason", "behind")
                    .build();
            assertHealth(200, "DEGRADED");
            late = Health.down().build();
            assertHealth(503, "DOWN");
        } finally {
            late = Health.up().build();
        }
        assertHealth(200, "UP");
    }

    @Test
    void aliveAndReadyAreAskedApart() throws Exception {
        for (String group : List.of("liveness", "readiness")) {
            assertThat(RunningServer.json(server.get("/actuator/health/" + group))
                            .get("status")
                            .asString())
                    .isEqualTo("UP");
        }
        assertThat(server.getAs(Scope.METRICS, "/actuator/health/readiness").body())
                .contains("doors")
                .doesNotContain("database");
    }

    @Test
    void metricsAreWrittenForPrometheus() throws Exception {
        assertThat(server.getAs(Scope.METRICS, "/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections_max", "http_server_requests");
    }

    private static void assertHealth(int code, String status) throws Exception {
        assertThat(server.get("/actuator/health").statusCode()).isEqualTo(code);
        assertThat(RunningServer.json(server.get("/actuator/health"))
                        .get("status")
                        .asString())
                .isEqualTo(status);
    }
}
