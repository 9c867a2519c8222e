package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Connection;
import io.sekisho.acceptance.testkit.Events;
import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shop knows of the past is counted and shown, but decides nothing. */
@Tag("slow")
class HistoryTest {

    private static final int EVENTS = 2_500;
    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    @Test
    void countsAndShowsButDecidesNothing() throws Exception {
        Path data = folder.resolve("data");
        Path history = Files.write(folder.resolve("history.ndjson"), history());
        String key = RunningServer.newKey(data, "decide,read,metrics");
        // The second start finds them counted: a service whose command line stays must not count twice.
        try (RunningServer server = start(data, history)) {
            assertThat(server.stop()).isZero();
        }
        try (RunningServer server = start(data, history)) {
            Response counters =
                    server.ask(Request.get("/v1/counters/account/past-1").by(key));
            assertThat(counters.json().at("/features/events_180d").asLong()).isEqualTo(EVENTS / 100);
            assertThat(server.ask(Request.get("/actuator/prometheus").by(key)).text())
                    .contains("sekisho_decisions_total{outcome=\"hold\"} 0.0");

            Response again = server.askGate(
                    Request.post("/v1/decisions", history().getFirst()).by(key));
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json().get("status").asString()).isEqualTo("not_evaluated");
            assertThat(again.json().at("/reasons/0/code").asString()).isEqualTo("counted_as_history");

            Response held = server.askGate(Request.post("/v1/decisions", Events.giftOrder("live-1", "past-1", now))
                    .by(key));
            assertThat(held.json().get("decision").asString())
                    .as("its past counts")
                    .isEqualTo("hold");

            assertShown(server, key);
            assertThat(server.stop()).isZero();
        }
        Answers.assertVerified(data);
    }

    @Test
    void namesEveryBadLineAndCountsNothing() throws Exception {
        Path data = folder.resolve("data");
        List<String> lines = new ArrayList<>(history());
        lines.set(7, "no event");
        lines.set(2_000, "{}");
        Path history = Files.write(folder.resolve("bad.ndjson"), lines);

        Program.Result refused = Program.run(
                "serve", "--port", "0", "--gate-port", "0", "--data", data.toString(), "--history", history.toString());

        assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
        assertThat(refused.out()).doesNotContain("ready");
        assertThat(refused.err())
                .contains(history + ":8: : json_invalid: ")
                .contains(history + ":2001: /id: missing: ")
                .contains(history + ":2001: /data: missing: ");
    }

    private RunningServer start(Path data, Path history) {
        return RunningServer.start(data, "--policy", Policies.small(), "--history", history.toString());
    }

    private static void assertShown(RunningServer server, String key) throws IOException {
        Projected projected = new Projected(server, key);
        projected.awaitCaughtUp();
        try (Connection connection = Connection.to(server.port())) {
            assertThat(projected.activity(connection, "past-1"))
                    .hasSize(EVENTS / 100 + 1)
                    .containsKey("live-1");
            assertThat(projected.activity(connection, "past-2")).hasSize(EVENTS / 100);
        }
    }

    /** Gift orders of a hundred accounts, the last ones within the hour; each but an account's first would be held. */
    private List<String> history() {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Instant time = now.minus(Duration.ofMinutes((long) (EVENTS - i) / 50));
            events.add(Events.giftOrder("past-e" + i, "past-" + i % 100, time));
        }
        return events;
    }
}
