package io.sekisho.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.server.access.Scope;
import io.sekisho.server.platform.UnavailableException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A data folder that was left alone is clean; what was altered in any of its parts is found. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class VerificationTest {

    private static final String ORDER = """
            {"specversion":"1.0","id":"e%d","source":"https://shop.example","type":"order.created","time":"%s",
             "data":{"account_id":"a1","device_id":"d%d","order":{"order_id":"o%d","amount":{"value":5000,"currency":"JPY"},
              "items":[{"category":"gift_code","quantity":1,"amount":{"value":5000,"currency":"JPY"},
               "recipient":{"email":"x%d@example.net"}}]}}}""";

    @TempDir
    private static Path data;

    @BeforeAll
    static void decideSome() throws Exception {
        try (RunningServer server = RunningServer.start(data).whenReady()) {
            String key = server.key(Scope.DECIDE, Scope.READ);
            for (int i = 0; i < 5; i++) {
                String event = ORDER.formatted(i, Instant.now().minusSeconds(60 - i), i, i, i);
                assertThat(post(server, key, event).statusCode()).isEqualTo(200);
            }
            // The answer waits for the projection.
            HttpResponse<String> activity =
                    server.send(server.request("/v1/accounts/a1/activity").header("Authorization", "Bearer " + key));
            assertThat(activity.body()).contains("\"o4\"");
        }
    }

    @Test
    @Order(1)
    void whatWasLeftAloneIsClean() throws IOException {
        Verification.Result result = verify();

        assertThat(result.lines())
                .containsExactly(
                        "journal: 6 records, 5 decisions taken again, all equal",
                        result.lines().get(1),
                        "database: 6 records compared, all equal");
        assertThat(result.lines().get(1)).endsWith("the chain holds");
        assertThat(result.isClean()).isTrue();
    }

    @Test
    @Order(2)
    void anAlteredRowIsFound() throws Exception {
        try (RunningServer server = RunningServer.start(data).whenReady()) {
            server.part(JdbcClient.class)
                    .sql("update decision set score = score + 1 where sequence = 3")
                    .update();
        }

        Verification.Result result = verify();

        assertThat(result.isClean()).isFalse();
        assertThat(result.lines().getLast()).contains("DIFFERENT", "score");
    }

    @Test
    @Order(3)
    void aPolicyThatWasAlteredOnTheShelfIsFound() throws IOException {
        Path rules = only(data.resolve("policy")).resolve("rules/20-gift-orders.yaml");
        Files.writeString(rules, Files.readString(rules).replace("outcome: challenge", "outcome: hold"));

        Verification.Result result = verify();

        assertThat(result.isClean()).isFalse();
        assertThat(result.lines().getFirst()).contains("DIFFERENT at records [");
    }

    @Test
    @Order(4)
    void aFolderOfNoServerIsSaidToBeNone(@TempDir Path other) {
        assertThatThrownBy(() -> new Verification(other, null, null, new SecureRandom()).run(Instant.now()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not the data folder of a server");
    }

    private static Verification.Result verify() throws IOException {
        return new Verification(data, null, null, new SecureRandom()).run(Instant.now());
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static HttpResponse<String> post(RunningServer server, String key, String event) throws Exception {
        return server.send(server.request("/v1/decisions")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event)));
    }
}
