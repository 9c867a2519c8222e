package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events sent in batches over real HTTP. */
final class SendingTest {

    private static final Gate.Answer TAKEN = Gate.json(202, "{}");

    @Test
    void sendsALineForEachEvent() throws IOException {
        List<ShopEvent> events = logins(3);
        try (Gate gate = Gate.answering(Gate.json(202, "{\"accepted\":3}"));
                SekishoClient client = gate.client().open()) {
            Receipt receipt = client.send(events);

            assertThat(receipt).isEqualTo(new Receipt(3, 3, List.of(), null));
            assertThat(receipt.isComplete()).isTrue();
            Gate.Call call = gate.calls().getFirst();
            assertThat(call.path()).isEqualTo("/v1/events");
            assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/x-ndjson");
            assertThat(call.body())
                    .isEqualTo(events.stream().map(event -> event.json() + "\n").collect(Collectors.joining()));
        }
    }

    @Test
    void sendsNothingWhereThereIsNothing() throws IOException {
        try (Gate gate = Gate.answering(TAKEN);
                SekishoClient client = gate.client().open()) {
            assertThat(client.send(List.of()).isComplete()).isTrue();
            assertThat(gate.calls()).isEmpty();
        }
    }

    @Test
    void aBatchHasAtMost1000Events() throws IOException {
        try (Gate gate = Gate.answering(TAKEN);
                SekishoClient client = gate.client().open()) {
            assertThat(client.sendAsync(logins(2001), SendMode.ALL_OR_NOTHING).join())
                    .isEqualTo(new Receipt(2001, 2001, List.of(), null));
            assertThat(gate.calls())
                    .extracting(call -> call.body().lines().count())
                    .containsExactly(1000L, 1000L, 1L);
            assertThat(gate.calls().get(2).body()).contains("\"id\":\"e2001\"");
        }
    }

    @Test
    void aBatchHasAtMost8MiB() {
        ShopEvent large = Samples.begun(EventType.CART_UPDATED)
                .extra("note", "x".repeat(60_000))
                .build();
        List<ShopEvent> events = IntStream.range(0, 300).mapToObj(i -> large).toList();

        List<Batch> batches = Batch.of(events);

        int fitting = Batch.MOST_BYTES / (large.bytes().length + 1);
        assertThat(batches)
                .containsExactly(new Batch(0, fitting), new Batch(fitting, 2 * fitting), new Batch(2 * fitting, 300));
        assertThat(batches.getFirst().ndjson(events)).hasSizeLessThanOrEqualTo(Batch.MOST_BYTES);
        assertThat(batches.getFirst().ndjson(events).length + large.bytes().length + 1)
                .isGreaterThan(Batch.MOST_BYTES);
    }

    @Test
    void aRefusedBatchEndsTheSendingAndNamesItsLinesByTheirPlaceInTheList() throws IOException {
        Gate.Answer refused = Gate.problem(
                422,
                Map.of(
                        "detail",
                        "One line is wrong",
                        "problems",
                        List.of(Map.of("line", 3, "pointer", "/data/ip", "code", "invalid_format", "detail", "No"))));
        try (Gate gate = Gate.answering(TAKEN, refused);
                SekishoClient client = gate.client().open()) {
            Receipt receipt = client.send(logins(2500));

            assertThat(receipt.accepted()).isEqualTo(1000);
            assertThat(receipt.settled()).isEqualTo(1000);
            assertThat(receipt.isComplete()).isFalse();
            assertThat(receipt.failure())
                    .isEqualTo(new Failure(
                            Cause.REFUSED,
                            422,
                            "One line is wrong",
                            List.of(new Problem(1003, "/data/ip", "invalid_format", "No"))));
            assertThat(gate.calls()).hasSize(2);
        }
    }

    @Test
    void aPartialSendingTakesTheGoodOnesAndNamesTheRest() throws IOException {
        String some =
                "{\"problems\":[{\"line\":2,\"pointer\":\"/data/ip\",\"code\":\"invalid_format\",\"detail\":\"No\"},"
                        + "{\"line\":2,\"pointer\":\"/id\",\"code\":\"missing\",\"detail\":\"No\"}]}";
        try (Gate gate = Gate.answering(TAKEN, Gate.json(202, some));
                SekishoClient client = gate.client().open()) {
            Receipt receipt = client.send(logins(1500), SendMode.PARTIAL);

            assertThat(gate.calls()).extracting(Gate.Call::path).containsOnly("/v1/events?partial=true");
            assertThat(receipt.accepted()).isEqualTo(1499);
            assertThat(receipt.settled()).isEqualTo(1500);
            assertThat(receipt.failure()).isNull();
            assertThat(receipt.refused())
                    .containsExactly(
                            new Problem(1002, "/data/ip", "invalid_format", "No"),
                            new Problem(1002, "/id", "missing", "No"));
            assertThat(receipt.isComplete()).isFalse();
        }
    }

    @Test
    void triesABatchAgainWithTheSameBytes() throws IOException {
        try (Gate gate = Gate.answering(Answers.problem(503), Gate.broken(), TAKEN);
                SekishoClient client = gate.client().open()) {
            assertThat(client.send(logins(5)).isComplete()).isTrue();
            assertThat(gate.calls()).hasSize(3);
            assertThat(gate.calls())
                    .extracting(Gate.Call::body)
                    .containsOnly(gate.calls().getFirst().body());
        }
    }

    @Test
    void whatTheServerDoesNotAnswerForIsNotSettled() throws IOException {
        try (Gate gate = Gate.answering(TAKEN, Gate.silence());
                SekishoClient client =
                        gate.client().sendDeadline(Duration.ofSeconds(3)).open()) {
            Receipt receipt = client.send(logins(1001));

            assertThat(receipt.accepted()).isEqualTo(1000);
            assertThat(receipt.settled()).isEqualTo(1000);
            assertThat(receipt.failure().cause()).isEqualTo(Cause.TIMEOUT);
        }
    }

    @Test
    void whatIsNoReceiptIsAFailure() throws IOException {
        try (Gate gate = Gate.answering(Gate.answer(202, "text/html", "<html>"));
                SekishoClient client = gate.client().open()) {
            assertThat(client.send(logins(1)).failure().cause()).isEqualTo(Cause.UNUSABLE_ANSWER);
        }
    }

    @Test
    void aCancelledSendingGivesUpItsConnection() throws IOException {
        try (Listener listener = new Listener();
                SekishoClient client = listener.client().open()) {
            CompletableFuture<Receipt> receipt = client.sendAsync(logins(10), SendMode.PARTIAL);
            listener.awaitFirstByte();

            assertThat(receipt.cancel(true)).isTrue();
            assertThat(listener.heard()).startsWith("POST /v1/events?partial=true");
        }
    }

    private static List<ShopEvent> logins(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Samples.login("e" + number))
                .toList();
    }
}
