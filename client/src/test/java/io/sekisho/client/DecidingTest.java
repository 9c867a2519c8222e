package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.client.Decision.Action;
import io.sekisho.client.Decision.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions over real HTTP, answered well. */
final class DecidingTest {

    @Test
    void readsEveryPartOfADecision() throws IOException {
        try (Gate gate = Gate.answering(Gate.json(200, Answers.HOLD));
                SekishoClient client = gate.client().open()) {
            Decision decision = client.decide(Samples.order());

            assertThat(decision.isDegraded()).isFalse();
            assertThat(decision.outcome()).isEqualTo(Outcome.HOLD);
            assertThat(decision.decisionId()).isEqualTo("abcdefghijklmnopqrstuvwxyz");
            assertThat(decision.eventId()).isEqualTo("e1");
            assertThat(decision.score()).isEqualTo(87);
            assertThat(decision.level()).isEqualTo("high");
            assertThat(decision.status()).isEqualTo(Decision.Status.EVALUATED);
            assertThat(decision.reasons())
                    .containsExactly(new Reason("first_gift_new_device", 40, "First gift", "初めてのギフト"));
            assertThat(decision.required())
                    .isEqualTo(new Decision.Required(
                            List.of("passkey", "callback"), OffsetDateTime.parse("2023-09-13T02:29:05+09:00")));
            assertThat(decision.hold())
                    .isEqualTo(new Decision.Hold(
                            OffsetDateTime.parse("2023-09-14T02:14:05+09:00"),
                            true,
                            List.of("owner_confirmed", "reviewed")));
            assertThat(decision.release())
                    .isEqualTo(new Decision.Release(OffsetDateTime.parse("2023-09-13T02:24:05+09:00")));
            assertThat(decision.actions())
                    .containsExactly(new Action("hold_order", "o1"), new Action("notify_out_of_band", "a1"));
            assertThat(decision.policyVersion()).isEqualTo("starter-1");
            assertThat(decision.sequence()).isEqualTo(123);
            assertThat(decision.json()).isEqualTo(Answers.HOLD);
        }
    }

    @Test
    void sendsTheEventWithTheKey() throws IOException {
        try (Gate gate = Gate.answering(Gate.json(200, Answers.HOLD));
                SekishoClient client = gate.client().open()) {
            client.decide(Samples.order());

            assertThat(gate.calls()).hasSize(1);
            Gate.Call call = gate.calls().getFirst();
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo("/v1/decisions");
            assertThat(call.body()).isEqualTo(Samples.order().json());
            assertThat(call.headers().getFirst("Authorization")).isEqualTo("Bearer sk_test");
            assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
        }
    }

    @Test
    void aGateMayStandUnderAPath() throws IOException {
        try (Gate gate = Gate.answering(Answers.allow("e1"));
                SekishoClient client = SekishoClient.at(URI.create(gate.uri() + "/sekisho/"))
                        .apiKey("sk_test")
                        .deadline(Gate.AMPLE)
                        .open()) {
            assertThat(client.decide(Samples.login("e1")).isDegraded()).isFalse();
            assertThat(gate.calls().getFirst().path()).isEqualTo("/sekisho/v1/decisions");
        }
    }

    @Test
    void decidesWithoutWaiting() throws IOException {
        try (Gate gate = Gate.answering(Answers.allow("e1"));
                SekishoClient client = gate.client().open()) {
            CompletableFuture<Decision> built = client.decideAsync(Samples.login("e1"));
            assertThat(built.join().outcome()).isEqualTo(Outcome.ALLOW);

            EventDraft draft = Samples.begun(EventType.LOGIN_SUCCEEDED);
            assertThat(client.decideAsync(draft).join().isDegraded()).isFalse();
            assertThat(client.decide(draft).isDegraded()).isFalse();
            assertThat(client.decideAsync(draft.id(" ")).join().isDegraded()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"429", "502", "503", "504"})
    void triesAgainWithTheSameBytes(int status) throws IOException {
        try (Gate gate =
                        Gate.answering(Answers.problem(status), Answers.problem(status), Gate.json(200, Answers.HOLD));
                SekishoClient client = gate.client().open()) {
            Decision decision = client.decide(Samples.order());

            assertThat(decision.isDegraded()).isFalse();
            assertThat(gate.calls()).hasSize(3);
            assertThat(gate.calls())
                    .extracting(Gate.Call::body)
                    .containsOnly(Samples.order().json());
        }
    }

    @Test
    void triesAgainWhereTheConnectionBreaks() throws IOException {
        try (Gate gate = Gate.answering(Gate.broken(), Gate.json(200, Answers.HOLD));
                SekishoClient client = gate.client().open()) {
            assertThat(client.decide(Samples.order()).isDegraded()).isFalse();
            assertThat(gate.calls())
                    .extracting(Gate.Call::body)
                    .containsOnly(Samples.order().json());
        }
    }

    @Test
    void usesItsConnectionAgain() throws IOException {
        try (Gate gate = Gate.answering(Answers.allow("e1"));
                SekishoClient client = gate.client().open()) {
            for (int i = 0; i < 50; i++) {
                assertThat(client.decide(Samples.login("e1")).isDegraded()).isFalse();
            }

            assertThat(gate.calls()).hasSize(50);
            // One, unless the JDK gives it back a moment late.
            assertThat(gate.calls().stream().map(Gate.Call::port).distinct()).hasSizeLessThan(10);
        }
    }

    @Test
    void needsNoThreadOfTheCommonPool() throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        try (Gate gate = Gate.answering(Answers.problem(503), Answers.allow("e1"), Gate.json(202, "{}"));
                SekishoClient client = gate.client().open()) {
            occupyTheCommonPool(done);

            assertThat(client.decide(Samples.login("e1")).isDegraded()).isFalse();
            assertThat(client.send(List.of(Samples.login("e1"))).isComplete()).isTrue();
        } finally {
            done.countDown();
        }
    }

    /** As a shop does that blocks in it. */
    private static void occupyTheCommonPool(CountDownLatch until) {
        for (int i = 0; i < 4 * ForkJoinPool.getCommonPoolParallelism() + 4; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    until.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @Test
    void waitsAsLongAsTheServerAsksWhereThatFits() throws IOException {
        try (Gate gate = Gate.answering(Answers.problem(429, "hold", "Retry-After", "1"), Answers.allow("e1"));
                SekishoClient client = gate.client().open()) {
            assertThat(client.decide(Samples.login("e1")).isDegraded()).isFalse();
            assertThat(gate.calls()).hasSize(2);
        }
    }

    @Test
    void takesTheNextAddressWhereOneIsDown() throws IOException {
        try (Gate gate = Gate.answering(Answers.allow("e1"));
                SekishoClient client = SekishoClient.at(Unreachable.uri(), gate.uri())
                        .apiKey("sk_test")
                        .deadline(Gate.AMPLE)
                        .firstPause(Duration.ofMillis(1))
                        .open()) {
            assertThat(client.decide(Samples.login("e1")).isDegraded()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "challenge", "hold", "deny"})
    void readsEachOutcome(String word) throws IOException {
        try (Gate gate = Gate.answering(Gate.json(200, Answers.decision("e1", word)));
                SekishoClient client = gate.client().open()) {
            Decision decision = client.decide(Samples.login("e1"));

            assertThat(decision.outcome().word()).isEqualTo(word);
            assertThat(decision.status()).isEqualTo(Decision.Status.NOT_EVALUATED);
            assertThat(decision.hold()).isNull();
        }
    }

    @Test
    void aStatusOfLaterServersIsUnknown() throws IOException {
        String later = Answers.decision("e1", "deny").replace("not_evaluated", "foreseen");
        try (Gate gate = Gate.answering(Gate.json(200, later));
                SekishoClient client = gate.client().open()) {
            Decision decision = client.decide(Samples.login("e1"));

            assertThat(decision.outcome()).isEqualTo(Outcome.DENY);
            assertThat(decision.status()).isEqualTo(Decision.Status.UNKNOWN);
        }
    }
}
