package io.sekisho.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.bench.testkit.ScriptedServer;
import io.sekisho.wire.json.JsonTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as a user calls them, against servers that answer as a test says. */
@Timeout(120)
final class BenchTest {

    private static final String DECISION = "{\"decision_id\":\"A\",\"decision\":\"allow\"}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path events = Path.of("");

    @BeforeEach
    void writeEvents() throws IOException {
        List<String> lines = IntStream.range(0, 50)
                .mapToObj(i -> "{\"id\":\"e" + i + "\",\"source\":\"s\",\"type\":\""
                        + (i % 2 == 0 ? "order.created" : "payment.captured")
                        + "\",\"time\":\"2023-09-13T02:14:05+09:00\"}")
                .toList();
        events = Files.write(folder.resolve("events.ndjson"), lines);
    }

    @Test
    void tellsRateLatencyAndWhatWasAnswered() throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, _) -> ScriptedServer.answer(200, DECISION))) {
            int exit = http(server, "--rate", "max", "--requests", "40");

            assertThat(exit).as(err.toString()).isZero();
            assertThat(out.toString())
                    .contains("server 1")
                    .contains("/v1/decisions 200 x 40")
                    .contains("1 of 1 sampled answers are decisions");
        }
    }

    @Test
    void standsBesideAnEcho() throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, _) -> ScriptedServer.answer(200, DECISION))) {
            int exit = http(server, "--rate", "max", "--requests", "40", "--echo", "--rounds", "2", "--json");

            assertThat(exit).as(err.toString()).isZero();
            List<?> runs = (List<?>) json().get("runs");
            assertThat(runs.stream().map(run -> String.valueOf(((Map<?, ?>) run).get("target"))))
                    .containsExactly("echo", "server", "echo", "server", "echo");
            Map<?, ?> besideEcho = (Map<?, ?>) json().get("beside_echo");
            assertThat(besideEcho.keySet().stream().map(String::valueOf)).contains("rate", "p50", "p99");
        }
    }

    @Test
    void sendsUndecidedTypesToTheOtherEndpoint() throws IOException {
        ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();
        try (ScriptedServer server = new ScriptedServer((_, body) -> {
            bodies.add(body);
            return ScriptedServer.answer(200, DECISION);
        })) {
            int exit = http(server, "--rate", "max", "--requests", "40", "--types", "decided");

            assertThat(exit).as(err.toString()).isZero();
            assertThat(out.toString()).contains("/v1/decisions 200 x 20; /v1/events 200 x 20;");
            assertThat(bodies.stream().distinct()).hasSize(bodies.size());
        }
    }

    @Test
    void failsAndShowsTheAnswerWhereRequestsAreRefused() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer((_, _) -> ScriptedServer.answer(401, "{\"code\":\"key_unknown\"}"))) {
            int exit = http(server, "--rate", "max", "--requests", "10");

            assertThat(exit).isEqualTo(1);
            assertThat(out.toString())
                    .contains("401 x 10")
                    .contains("the first answer 401: {\"code\":\"key_unknown\"}");
        }
    }

    @Test
    void failsWhereTheAnswersAreNoDecisions() throws IOException {
        try (ScriptedServer server = new ScriptedServer((_, _) -> ScriptedServer.answer(200, "{}"))) {
            assertThat(http(server, "--rate", "max", "--requests", "10")).isEqualTo(1);
            assertThat(out.toString()).contains("0 of 1 sampled answers are decisions");
        }
    }

    @Test
    void saysWhatIsUnusableAndWhatIsNotThere() throws IOException {
        ScriptedServer gone = new ScriptedServer((_, _) -> ScriptedServer.answer(200, DECISION));
        gone.close();

        assertThat(http(gone)).isEqualTo(3);
        assertThat(err.toString()).contains("Nobody answers at 127.0.0.1:").contains("--url");
        assertThat(http(gone, "--rate", "fast")).isEqualTo(2);
        assertThat(http(gone, "--connections", "0")).isEqualTo(2);
        assertThat(http(gone, "--duration", "soon")).isEqualTo(2);
        assertThat(http(gone, "--policy", folder.toString(), "--types", "decided"))
                .isEqualTo(2);
        assertThat(run("http", "--events", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("http", "--events", events.toString(), "--url", "https://127.0.0.1:1"))
                .isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void refusesAJournalNowhere() {
        assertThat(run("journal", "--dir", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(run("journal", "--dir", folder.toString(), "--rounds", "0")).isEqualTo(2);
    }

    private int http(ScriptedServer server, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "http",
                "--url",
                "http://127.0.0.1:" + server.address().getPort(),
                "--events",
                events.toString(),
                "--connections",
                "1",
                "--warm-up",
                "0s"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        CommandLine line = Bench.command();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private Map<?, ?> json() {
        byte[] bytes = out.toString().strip().getBytes(StandardCharsets.UTF_8);
        return (Map<?, ?>)
                JsonTree.read(bytes, 0, bytes.length, new ArrayList<>()).orElseThrow();
    }
}
