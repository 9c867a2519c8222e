package io.sekisho.cli.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.replay.ReplayCommand;
import io.sekisho.cli.score.ScoreCommand;
import io.sekisho.engine.policy.Policy;
import io.sekisho.simulator.incident.Incident;
import io.sekisho.simulator.incident.Incidents;
import io.sekisho.simulator.incident.Rendition;
import io.sekisho.simulator.incident.Staging;
import io.sekisho.simulator.incident.Telling;
import io.sekisho.wire.policy.PolicyDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The kept files through the commands that everybody uses: a second judge beside {@link Course}. */
final class CommandsTest {
    private static final Path STARTER = Path.of("..", "policies", "starter");

    @TempDir
    private Path folder;

    static List<String> attacks() {
        return Incidents.ids().stream()
                .filter(id -> Incidents.read(id).isAttack())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void replayAndScoreCountAsManyCodesAndStoppedOrders(String id) throws IOException {
        Policy policy = PolicyDirectory.read(STARTER).policy().orElseThrow();
        Incident incident = Incidents.read(id);
        Course course = Course.of(Rendition.of(incident, Staging.plain(incident), Telling.EVENTS), policy);
        long stakes = course.attackOrders().stream().filter(o -> o.pieces() > 0).count();
        long stopped = course.attackOrders().stream()
                .filter(order -> order.pieces() > 0 && course.isStopped(order))
                .count();

        assertThat(score(id))
                .contains("\"scenario\":\"" + id + "\"")
                .contains("\"orders\":" + stakes + ",\"orders_stopped\":" + stopped + ",")
                .contains("\"codes_lost\":" + course.codesLeft(List.of()) + ",");
    }

    private String score(String id) throws IOException {
        String events = kept(id, "events.ndjson");
        String labels = kept(id, "labels.ndjson");
        String decisions = folder.resolve("decisions.ndjson").toString();
        PrintStream usual = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            run(new ReplayCommand(), "--events", events, "--policy", STARTER.toString(), "--decisions", decisions);
            shown.reset();
            run(new ScoreCommand(), "--events", events, "--decisions", decisions, "--labels", labels, "--json");
        } finally {
            System.setOut(usual);
        }
        return shown.toString(StandardCharsets.UTF_8).replaceAll("\\s", "");
    }

    private static void run(Object command, String... arguments) {
        assertThat(new CommandLine(command).execute(arguments)).isZero();
    }

    private String kept(String id, String file) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Incidents.text(id, file));
        return path.toString();
    }
}
