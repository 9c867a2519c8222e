package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Events;
import io.sekisho.acceptance.testkit.Eventually;
import io.sekisho.acceptance.testkit.LeftOver;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed under load at any moment, a server has lost nothing that it answered and decides as if nothing had happened. */
@Tag("slow")
class CrashTest {

    private static final int LONGEST_LIFE_MILLIS = 900;
    private static final int MOST_EVENTS_A_CONNECTION = 500;
    private static final int TAIL = 200;
    private static Instant tailTime;

    @TempDir
    Path folder;

    @AfterEach
    void endWhatIsLeft() {
        LeftOver.end(folder.resolve("killed"));
    }

    @BeforeAll
    static void whenTheTailIs() {
        tailTime = Instant.now();
    }

    @Test
    void losesNothingInFiveKills() throws Exception {
        killAndCompare(5, 20261101);
    }

    @Test
    @Tag("long")
    void losesNothingInAHundredKills() throws Exception {
        killAndCompare(100, 20261102);
    }

    private void killAndCompare(int kills, long seed) throws Exception {
        Path data = folder.resolve("killed");
        Load load = new Load(RunningServer.newKey(data, "decide,read"));
        Random random = new Random(seed);
        for (int i = 0; i < kills; i++) {
            killOnce(data, load, random);
        }
        List<Response> tail;
        try (RunningServer server = RunningServer.start(data, "--policy", Policies.small())) {
            Answers.assertKept(server, load);
            Answers.sendUnanswered(server, load);
            Answers.assertNumberedOnce(load);
            assertThat(load.answered())
                    .as("answered in all")
                    .hasSizeGreaterThan(kills * 10)
                    .hasSize(load.size());
            tail = Answers.ask(server.gatePort(), tail(load));
            assertThat(server.stop()).isZero();
        }
        Answers.assertVerified(data);
        assertEqualsAnUninterruptedRun(load, tail);
    }

    /** Its PostgreSQL lives on as an orphan: the next server has to cope with it. */
    private static void killOnce(Path data, Load load, Random random) throws Exception {
        RunningServer server = RunningServer.start(data, "--policy", Policies.small());
        try {
            Load.Running running = load.start(server, random.nextLong(), MOST_EVENTS_A_CONNECTION);
            running.awaitFirstAnswers();
            Eventually.pass(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
            server.kill();
            running.join();
        } finally {
            server.kill();
        }
    }

    private void assertEqualsAnUninterruptedRun(Load load, List<Response> tail) throws IOException {
        Path data = folder.resolve("uninterrupted");
        String key = RunningServer.newKey(data, "decide");
        List<String> order = Answers.inOrder(load);
        try (RunningServer server = RunningServer.start(data, "--policy", Policies.small())) {
            for (int from = 0; from < order.size(); from += 1_000) {
                List<String> part = order.subList(from, Math.min(order.size(), from + 1_000)).stream()
                        .map(load::event)
                        .toList();
                Response taken = server.askGate(
                        Request.post("/v1/events", Events.array(part)).by(key));
                assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
            }
            Load other = new Load(key);
            List<String> decisions =
                    Answers.ask(
                                    server,
                                    order.stream()
                                            .map(id -> other.decide(load.event(id)))
                                            .toList())
                            .stream()
                            .map(Response::text)
                            .toList();

            assertThat(Answers.timeless(decisions))
                    .isEqualTo(Answers.timeless(
                            order.stream().map(load.answered()::get).toList()));
            assertThat(texts(Answers.ask(server.gatePort(), tail(other)))).isEqualTo(texts(tail));
        }
    }

    /** What comes after: decided by all that is counted. */
    private static List<Request> tail(Load load) {
        List<Request> tail = new ArrayList<>();
        for (int i = 0; i < TAIL; i++) {
            String account = "load-" + i % 40;
            String event = i % 2 == 0
                    ? Events.giftOrder("tail-" + i, account, tailTime)
                    : Events.passwordChange("tail-" + i, account, tailTime);
            tail.add(load.decide(event));
        }
        return tail;
    }

    private static List<Object> texts(List<Response> responses) {
        return responses.stream()
                .<Object>map(response -> Answers.timeless(response.text()))
                .toList();
    }
}
