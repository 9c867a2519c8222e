package io.sekisho.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import io.sekisho.server.Waiting;
import io.sekisho.server.access.Scope;
import io.sekisho.server.access.TestDatabase;
import io.sekisho.server.platform.MailSettings;
import io.sekisho.server.platform.Settings;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole server: an order comes in over HTTP, its account's owner has a message, and who looks is told so. */
final class NoticeServerTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void anOrderIsToldWithinSecondsAlsoAcrossARestart() throws Exception {
        TestDatabase database = TestDatabase.empty();
        try (MailCatcher mail = new MailCatcher()) {
            Settings settings = settings(database);
            MailSettings route =
                    new MailSettings("smtp://127.0.0.1:" + mail.port(), "notices@shop.example", "お茶の店", "03-0000-0000");
            Instant at;
            try (RunningServer server =
                    RunningServer.start(settings.withMail(route)).whenReady()) {
                at = server.part(InstantSource.class).instant();
                assertThat(send(server, "e1", "o1", at).statusCode()).isEqualTo(200);
                Waiting.until("the message", () -> !mail.caught().isEmpty());
                JsonNode notice = told(server).get("items").get(0);
                assertThat(notice.get("state").asString()).isEqualTo("handed_over");
                assertThat(notice.get("deliveries").get(0).get("address").asString())
                        .isEqualTo("h***@example.net");
                assertThat(delay(notice)).isLessThan(SOON);
                assertThat(send(server, "e1", "o1", at).statusCode())
                        .as("the same again")
                        .isEqualTo(200);
            }
            assertThat(mail.caught()).hasSize(1);
            assertThat(mail.caught().getFirst().subject()).isEqualTo("【お茶の店】アカウントのご利用内容をご確認ください");

            try (RunningServer without = RunningServer.start(settings).whenReady()) {
                assertThat(send(without, "e2", "o2", at.plusSeconds(1)).statusCode())
                        .isEqualTo(200);
                Waiting.until(
                        "the follow-up waits", () -> told(without).get("items").size() == 2);
                assertThat(told(without).get("items").get(0).get("state").asString())
                        .isEqualTo("pending");
                Waiting.until("the health says so", () -> health(without).contains("no mail server is set"));
            }
            assertThat(mail.caught()).hasSize(1);
        }
    }

    private Settings settings(TestDatabase database) throws IOException {
        Path policy = folder.resolve("policy");
        Files.createDirectories(policy.resolve("rules"));
        Files.writeString(policy.resolve("policy.yaml"), """
                format: 1
                version: tells-1
                timezone: Asia/Tokyo
                decides: [order.created]
                """);
        Files.writeString(policy.resolve("rules/all.yaml"), """
                - {id: all, on: [order.created], when: 'true', outcome: deny, score: 50, reason: {code: a, en: a, ja: a},
                   actions: [{do: notify_out_of_band, target: account}]}
                """);
        return new Settings(0, 0, folder.resolve("data"), database.url(), policy, false, null, null);
    }

    private static HttpResponse<String> send(RunningServer server, String id, String order, Instant at)
            throws Exception {
        String event = String.format(Locale.ROOT, """
                {"specversion":"1.0","id":"%s","source":"https://shop.example","type":"order.created","time":"%s",
                 "data":{"account_id":"a1","account":{"created_at":"2020-01-01T00:00:00Z","email":"hanako@example.net",
                  "language":"ja"},"order":{"order_id":"%s","amount":{"value":5000,"currency":"JPY"},
                  "items":[{"sku":"gift-5000","category":"gift_code"}]}}}
                """, id, at, order);
        return server.send(server.request("/v1/decisions")
                .header("Authorization", "Bearer " + server.key(Scope.DECIDE))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event)));
    }

    private static JsonNode told(RunningServer server) {
        try {
            HttpResponse<String> answer = server.getAs(Scope.READ, "/v1/accounts/a1/notices");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("hanako");
            return RunningServer.json(answer);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String health(RunningServer server) {
        try {
            return server.getAs(Scope.METRICS, "/actuator/health").body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Duration delay(JsonNode notice) {
        return Duration.between(
                Instant.parse(notice.get("received_at").asString()),
                Instant.parse(notice.get("handed_over_at").asString()));
    }
}
