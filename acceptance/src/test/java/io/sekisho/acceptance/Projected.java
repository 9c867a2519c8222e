package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Connection;
import io.sekisho.acceptance.testkit.Eventually;
import io.sekisho.acceptance.testkit.Json;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What people are shown out of PostgreSQL, beside what was decided.
 *
 * @param key with the scopes read and metrics
 */
record Projected(RunningServer server, String key) {

    private static final Duration LONGEST_CATCH_UP = Duration.ofSeconds(120);
    private static final Pattern LAG = Pattern.compile("(?m)^sekisho_projection_lag_records (\\S+)$");

    /** Durable records that are not in PostgreSQL. */
    long lag() {
        Matcher lag = LAG.matcher(ask("/actuator/prometheus").text());
        if (!lag.find()) {
            throw new AssertionError("There is no sekisho_projection_lag_records");
        }
        return (long) Double.parseDouble(lag.group(1));
    }

    /** Waits until nothing is behind. */
    void awaitCaughtUp() {
        Eventually.isTrue("the projection has caught up", LONGEST_CATCH_UP, () -> lag() == 0);
    }

    boolean isDegraded() {
        return ask("/actuator/health").json().path("status").asString().equals("DEGRADED");
    }

    /** Every answered event stands in its account's activity once, with its decision. */
    void assertShows(Load load) throws IOException {
        try (Connection connection = Connection.to(server.port())) {
            for (String account : Load.accounts()) {
                Map<String, String> shown = activity(connection, account);
                assertThat(shown.keySet()).as(account).containsExactlyInAnyOrderElementsOf(load.answeredOf(account));
                shown.forEach((id, outcome) -> assertThat(outcome)
                        .as(id)
                        .isEqualTo(Json.read(load.answered().get(id))
                                .get("decision")
                                .asString()));
            }
        }
    }

    /** Decisions by their event; allow where none was to be taken. */
    Map<String, String> activity(Connection connection, String account) throws IOException {
        Map<String, String> shown = new HashMap<>();
        String after = "";
        do {
            String path = "/v1/accounts/" + account + "/activity?limit=200" + after;
            Response page = connection.exchange(Request.get(path).by(key));
            if (page.status() == 404) {
                return shown;
            }
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            for (JsonNode item : page.json().get("items")) {
                String event = item.get("event_id").asString();
                assertThat(shown.put(event, item.path("decision").asString("allow")))
                        .as("shown once: " + event)
                        .isNull();
            }
            JsonNode next = page.json().get("next");
            after = next.isNull() ? "" : "&after=" + next.asString();
        } while (!after.isEmpty());
        return shown;
    }

    private Response ask(String path) {
        try {
            return server.ask(Request.get(path).by(key));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
