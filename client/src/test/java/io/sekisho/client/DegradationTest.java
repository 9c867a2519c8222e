package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.client.FailPolicy.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions that never came: each is the fail policy's, and says so. */
final class DegradationTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void aSilentServerIsATimeOut() throws IOException {
        try (Gate gate = Gate.answering(Gate.silence());
                SekishoClient client = gate.client().deadline(SHORT).open()) {
            assertDegraded(client.decide(Samples.order()), Outcome.HOLD, Cause.TIMEOUT, Origin.STANDARD);
            assertDegraded(client.decide(Samples.login("e1")), Outcome.ALLOW, Cause.TIMEOUT, Origin.STANDARD);
            assertDegraded(client.decideAsync(Samples.order()).join(), Outcome.HOLD, Cause.TIMEOUT, Origin.STANDARD);
        }
    }

    @Test
    void theConnectionIsGivenUpAtTheDeadline() throws IOException {
        try (Listener listener = new Listener();
                SekishoClient client = listener.client().deadline(SHORT).open()) {
            assertDegraded(client.decide(Samples.order()), Outcome.HOLD, Cause.TIMEOUT, Origin.STANDARD);
            assertThat(listener.heard()).endsWith(Samples.order().json());
        }
    }

    @Test
    void theConnectionIsGivenUpWhereTheDecisionIsCancelled() throws IOException {
        try (Listener listener = new Listener();
                SekishoClient client = listener.client().open()) {
            CompletableFuture<Decision> decision = client.decideAsync(Samples.order());
            listener.awaitFirstByte();

            assertThat(decision.cancel(true)).isTrue();
            assertThat(listener.heard()).startsWith("POST /v1/decisions");
        }
    }

    @Test
    void anAnswerThatNeverEndsIsATimeOut() throws IOException {
        Gate.Answer half = (exchange, gate) -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            Gate.silence().to(exchange, gate);
        };
        try (Gate gate = Gate.answering(half);
                SekishoClient client = gate.client().deadline(SHORT).open()) {
            assertDegraded(client.decide(Samples.order()), Outcome.HOLD, Cause.TIMEOUT, Origin.STANDARD);
        }
    }

    @Test
    void atTheDeadlineTheLastAnswerCounts() throws IOException {
        try (Gate gate = Gate.answering(Answers.problem(503, "deny"), Gate.silence());
                SekishoClient client =
                        gate.client().deadline(Duration.ofSeconds(3)).open()) {
            Decision decision = client.decide(Samples.login("e1"));

            assertDegraded(decision, Outcome.DENY, Cause.UNAVAILABLE, Origin.SERVER);
            assertThat(gate.calls()).hasSize(2);
        }
    }

    @Test
    void nobodyListening() throws IOException {
        try (SekishoClient client = SekishoClient.at(Unreachable.uri())
                .apiKey("sk_test")
                .deadline(Gate.AMPLE)
                .firstPause(Duration.ofMillis(1))
                .open()) {
            Decision decision = client.decide(Samples.order());

            assertDegraded(decision, Outcome.HOLD, Cause.CONNECTION_FAILED, Origin.STANDARD);
            assertThat(decision.degradation().failure().httpStatus()).isNull();
        }
    }

    @Test
    void triesNoMoreThanItMay() throws IOException {
        try (Gate gate = Gate.answering(Gate.broken());
                SekishoClient client = gate.client().attempts(4).open()) {
            assertDegraded(client.decide(Samples.order()), Outcome.HOLD, Cause.CONNECTION_FAILED, Origin.STANDARD);
            assertThat(gate.calls()).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED, 1",
        "401, NOT_PERMITTED, 1",
        "403, NOT_PERMITTED, 1",
        "404, UNUSABLE_ANSWER, 1",
        "409, CONFLICT, 1",
        "413, REFUSED, 1",
        "422, REFUSED, 1",
        "429, RATE_LIMITED, 3",
        "500, SERVER_ERROR, 1",
        "502, UNAVAILABLE, 3",
        "503, UNAVAILABLE, 3",
        "504, UNAVAILABLE, 3"
    })
    void everyErrorHasItsCauseAndItsProblems(int status, Cause cause, int attempts) throws IOException {
        try (Gate gate = Gate.answering(Answers.problem(status));
                SekishoClient client = gate.client().open()) {
            Decision decision = client.decide(Samples.order());

            assertDegraded(decision, Outcome.HOLD, cause, Origin.STANDARD);
            assertThat(decision.degradation().failure())
                    .isEqualTo(new Failure(
                            cause,
                            status,
                            "Because of " + status,
                            List.of(Problem.at("/data/ip", "invalid_format", "No address"))));
            assertThat(gate.calls()).hasSize(attempts);
        }
    }

    @Test
    void aPauseThatDoesNotFitIsNotWaitedFor() throws IOException {
        try (Gate gate = Gate.answering(Answers.problem(429, "challenge", "Retry-After", "60"));
                SekishoClient client = gate.client().open()) {
            assertDegraded(client.decide(Samples.login("e1")), Outcome.CHALLENGE, Cause.RATE_LIMITED, Origin.SERVER);
            assertThat(gate.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"422, allow, ALLOW", "422, deny, DENY", "503, challenge, CHALLENGE", "503, hold, HOLD"})
    void theServersPolicyWinsOverTheStandard(int status, String word, Outcome outcome) throws IOException {
        try (Gate gate = Gate.answering(Answers.problem(status, word));
                SekishoClient client = gate.client().open()) {
            Decision decision = client.decide(Samples.order());

            assertThat(decision.outcome()).isEqualTo(outcome);
            assertThat(decision.degradation().policyFrom()).isEqualTo(Origin.SERVER);
        }
    }

    @Test
    void theShopsPolicyWinsOverTheServers() throws IOException {
        FailPolicy policy = FailPolicy.standard().with("order.created", Outcome.DENY);
        try (Gate gate = Gate.answering(Answers.problem(422, "allow"));
                SekishoClient client = gate.client().failPolicy(policy).open()) {
            Decision order = client.decide(Samples.order());
            Decision login = client.decide(Samples.login("e1"));

            assertDegraded(order, Outcome.DENY, Cause.REFUSED, Origin.SHOP);
            assertDegraded(login, Outcome.ALLOW, Cause.REFUSED, Origin.SERVER);
        }
    }

    @Test
    void whatAProxySaysIsNoPolicyOfTheServer() throws IOException {
        try (Gate gate = Gate.answering(Gate.answer(503, "text/html", "{\"fail_policy\":\"allow\"}"));
                SekishoClient client = gate.client().open()) {
            assertDegraded(client.decide(Samples.order()), Outcome.HOLD, Cause.UNAVAILABLE, Origin.STANDARD);
        }
    }

    @Test
    void anUnknownWordOfTheServerIsNoPolicy() throws IOException {
        try (Gate gate = Gate.answering(Answers.problem(422, "perhaps"));
                SekishoClient client = gate.client().open()) {
            assertDegraded(client.decide(Samples.order()), Outcome.HOLD, Cause.REFUSED, Origin.STANDARD);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"allow\"",
                "{\"decision\":\"allow\"}",
                "{\"decision\":\"allow\",\"event_id\":\"e2\",\"source\":\"https://shop.example\",\"decision_id\":\"d\"}",
                "{\"decision\":\"allow\",\"event_id\":\"e1\",\"source\":\"https://other.example\",\"decision_id\":\"d\"}",
                "{\"decision\":\"go\",\"event_id\":\"e1\",\"source\":\"https://shop.example\",\"decision_id\":\"d\"}",
                "<html>Welcome to the hotel's network</html>"
            })
    void whatIsNoDecisionAboutTheEventIsNone(String body) throws IOException {
        try (Gate gate = Gate.answering(Gate.json(200, body));
                SekishoClient client = gate.client().open()) {
            Decision decision = client.decide(Samples.order());

            assertDegraded(decision, Outcome.HOLD, Cause.UNUSABLE_ANSWER, Origin.STANDARD);
            assertThat(decision.json()).isEqualTo(body);
        }
    }

    @Test
    void bytesThatAreNoTextAreNoDecision() throws IOException {
        Gate.Answer latin1 = (exchange, gate) -> {
            byte[] bytes = Answers.decision("e1", "allow")
                    .replace("\"low\"", "\"l\u00f6w\"")
                    .getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
        try (Gate gate = Gate.answering(latin1);
                SekishoClient client = gate.client().open()) {
            assertDegraded(client.decide(Samples.login("e1")), Outcome.ALLOW, Cause.UNUSABLE_ANSWER, Origin.STANDARD);
        }
    }

    @Test
    void readsNoMoreThanAMebibyte() throws IOException {
        String longest = Answers.decision("e1", "deny");
        String padded = longest + " ".repeat(Door.MOST_ANSWER_BYTES - longest.length());
        try (Gate gate = Gate.answering(Gate.json(200, padded), Gate.json(200, padded + " "));
                SekishoClient client = gate.client().open()) {
            assertThat(client.decide(Samples.login("e1")).outcome()).isEqualTo(Outcome.DENY);
            assertDegraded(client.decide(Samples.login("e1")), Outcome.ALLOW, Cause.UNUSABLE_ANSWER, Origin.STANDARD);
            assertThat(gate.calls()).hasSize(2);
        }
    }

    @Test
    void followsNoRedirectWithTheKey() throws IOException {
        try (Gate other = Gate.answering(Answers.allow("e1"));
                Gate gate =
                        Gate.answering(Gate.answer(307, "text/plain", "", "Location", other.uri() + "/v1/decisions"));
                SekishoClient client = gate.client().open()) {
            assertDegraded(client.decide(Samples.order()), Outcome.HOLD, Cause.UNUSABLE_ANSWER, Origin.STANDARD);
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void anEventThatCannotBeMadeIsNoAllow() throws IOException {
        EventDraft draft = Samples.begun(EventType.GIFT_CODE_ISSUED);
        try (Gate gate = Gate.answering(Answers.allow("e1"));
                SekishoClient client = gate.client().open()) {
            Decision decision = client.decide(draft);

            assertDegraded(decision, Outcome.HOLD, Cause.INVALID_EVENT, Origin.STANDARD);
            assertThat(decision.degradation().failure().problems())
                    .containsExactly(Problem.at("/data/code_id", "missing", "'code_id' is missing."));
            assertThat(gate.calls()).isEmpty();
        }
    }

    @Test
    void whoeverIsInterruptedGetsADecision() throws Exception {
        try (Gate gate = Gate.answering(Gate.silence());
                SekishoClient client = gate.client().open()) {
            CompletableFuture<Decision> decided = new CompletableFuture<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread asking = Thread.ofPlatform().start(() -> {
                decided.complete(client.decide(Samples.order()));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            asking.interrupt();

            assertDegraded(decided.join(), Outcome.HOLD, Cause.INTERRUPTED, Origin.STANDARD);
            assertThat(flag.join()).isTrue();
        }
    }

    @Test
    void aClosedClientDecidesByThePolicyToo() throws IOException {
        try (Gate gate = Gate.answering(Answers.allow("e1"))) {
            SekishoClient client = gate.client().open();
            client.close();

            assertDegraded(client.decide(Samples.order()), Outcome.HOLD, Cause.CLIENT_CLOSED, Origin.STANDARD);
            assertThat(gate.calls()).isEmpty();
        }
    }

    @Test
    void whatIsUnderWayWhenTheClientClosesEndsByItsDeadline() throws IOException {
        try (Gate gate = Gate.answering(Gate.silence())) {
            SekishoClient client = gate.client().deadline(SHORT).open();
            CompletableFuture<Decision> decision = client.decideAsync(Samples.order());
            client.close();

            assertDegraded(decision.join(), Outcome.HOLD, Cause.TIMEOUT, Origin.STANDARD);
        }
    }

    @Test
    void tellsNobodyTheKey() throws IOException {
        try (Gate gate = Gate.answering(Gate.problem(401, Map.of("detail", "Unknown key")));
                SekishoClient client = gate.client().apiKey("sk_live_secret").open()) {
            Decision decision = client.decide(Samples.order());

            assertThat(List.of(
                            client.toString(),
                            gate.client().apiKey("sk_live_secret").toString(),
                            decision.toString(),
                            decision.degradation().toString()))
                    .noneMatch(text -> text.contains("secret"));
        }
    }

    private static void assertDegraded(Decision decision, Outcome outcome, Cause cause, Origin origin) {
        assertThat(decision.isDegraded()).isTrue();
        assertThat(decision.degradation().failure().cause()).isEqualTo(cause);
        assertThat(decision.degradation().policyFrom()).isEqualTo(origin);
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.status()).isEqualTo(Decision.Status.DEGRADED);
        assertThat(decision.eventId()).isEqualTo("e1");
        assertThat(decision.hold()).isNull();
    }
}
