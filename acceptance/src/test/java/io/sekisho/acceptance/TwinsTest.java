package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Connection;
import io.sekisho.acceptance.testkit.Events;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gift orders of one account at the same moment, where one an hour is allowed: never both are. */
@Tag("slow")
class TwinsTest {

    private static final int PAIRS = 10_000;
    private static final int LANES = 8;

    @TempDir
    Path folder;

    /** What the two of a pair were answered. */
    private record Pair(String one, String other) {
        boolean isOneAllowed() {
            return isAllowed(one) != isAllowed(other);
        }

        private static boolean isAllowed(String decision) {
            return decision.contains("\"decision\":\"allow\"");
        }
    }

    @Test
    void areNeverBothAllowed() throws Exception {
        Path data = folder.resolve("data");
        String key = RunningServer.newKey(data, "decide");
        List<Pair> pairs = new ArrayList<>();
        try (RunningServer server = RunningServer.start(data, "--policy", Policies.small());
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Lane> lanes = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                // Half of the lanes have both twins at the gate, the others one at each door.
                lanes.add(new Lane("lane" + i, key, server.gatePort(), i % 2 == 0 ? server.gatePort() : server.port()));
            }
            List<Future<List<Pair>>> results = new ArrayList<>();
            for (Lane lane : lanes) {
                results.add(threads.submit(() -> lane.run(threads)));
            }
            for (Future<List<Pair>> result : results) {
                pairs.addAll(result.get(120, TimeUnit.SECONDS));
            }
        }

        assertThat(pairs).hasSize(PAIRS).allMatch(Pair::isOneAllowed);
    }

    /** Pairs one after the other, the two of a pair released together. */
    private record Lane(String name, String key, int port, int otherPort) {

        List<Pair> run(ExecutorService threads) throws Exception {
            CyclicBarrier together = new CyclicBarrier(2);
            Future<List<String>> ones = threads.submit(() -> send(port, "a", together));
            Future<List<String>> others = threads.submit(() -> send(otherPort, "b", together));
            List<String> first = ones.get(120, TimeUnit.SECONDS);
            List<String> second = others.get(120, TimeUnit.SECONDS);
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < first.size(); i++) {
                pairs.add(new Pair(first.get(i), second.get(i)));
            }
            return pairs;
        }

        private List<String> send(int to, String twin, CyclicBarrier together) throws Exception {
            List<String> answers = new ArrayList<>();
            try (Connection connection = Connection.to(to)) {
                for (int i = 0; i < PAIRS / LANES; i++) {
                    String account = name + "-" + i;
                    Request order = Request.post(
                                    "/v1/decisions", Events.giftOrder(account + twin, account, Instant.now()))
                            .by(key);
                    together.await(60, TimeUnit.SECONDS);
                    Response answer = connection.exchange(order);
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                    answers.add(answer.text());
                }
            }
            return answers;
        }
    }
}
