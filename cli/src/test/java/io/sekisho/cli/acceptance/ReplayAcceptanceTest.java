package io.sekisho.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.acceptance.Command.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ReplayAcceptanceTest {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path events;
    private static Path uninterrupted;

    @BeforeAll
    static void simulateAndDecideOnce() throws Exception {
        Command command = new Command(shared);
        events = command.file("e.ndjson");
        uninterrupted = command.file("d.ndjson");
        succeed(command.run(
                "simulate", "--seed", "11", "--days", "30", "--accounts", "1500", "--events", events.toString()));
        succeed(command.run("replay", "--events", events.toString(), "--decisions", uninterrupted.toString()));
    }

    @Test
    void givesTheSameBytesTwice() throws Exception {
        Command command = new Command(folder);

        succeed(command.run("replay", "--events", events.toString(), "--decisions", "d.ndjson"));

        assertThat(command.file("d.ndjson")).hasSameBinaryContentAs(uninterrupted);
    }

    @Test
    void readsAndWritesCompressedFilesAndStandardStreams() throws Exception {
        Command command = new Command(folder);

        succeed(command.run("replay", "--events", events.toString(), "--decisions", "-"));

        assertThat(command.file("stdout")).hasSameBinaryContentAs(uninterrupted);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9})
    void goesOnAfterKillAsIfNothingHadHappened(double share) throws Exception {
        Command command = new Command(folder);
        String[] replay = {
            "replay",
            "--events",
            events.toString(),
            "--decisions",
            "d.ndjson",
            "--features",
            "f.ndjson",
            "--state",
            "state"
        };

        killWhenWritten(command.start(replay), command.file("d.ndjson"), (long) (Files.size(uninterrupted) * share));
        assertThat(Files.size(command.file("d.ndjson"))).isLessThan(Files.size(uninterrupted));
        succeed(command.run(replay));

        assertThat(command.file("d.ndjson")).hasSameBinaryContentAs(uninterrupted);
    }

    @Test
    void findsItsWorkDoneWhenAskedAgain() throws Exception {
        Command command = new Command(folder);
        String[] replay = {"replay", "--events", events.toString(), "--decisions", "d.ndjson", "--state", "state"};
        succeed(command.run(replay));

        Result again = command.run(replay);

        succeed(again);
        assertThat(command.file("d.ndjson")).hasSameBinaryContentAs(uninterrupted);
    }

    @Test
    void refusesStateOfAnotherFile() throws Exception {
        Command command = new Command(folder);
        succeed(command.run("replay", "--events", events.toString(), "--decisions", "d.ndjson", "--state", "state"));
        List<String> lines = Files.readAllLines(events);
        Files.write(command.file("other.ndjson"), lines.subList(1, lines.size()));

        Result other =
                command.run("replay", "--events", "other.ndjson", "--decisions", "d2.ndjson", "--state", "state");

        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("belongs to another file of events");
    }

    @Test
    void writesEveryFeatureOfEveryDecidedEvent() throws Exception {
        Command command = new Command(folder);

        succeed(command.run(
                "replay", "--events", events.toString(), "--decisions", "d.ndjson", "--features", "f.ndjson"));

        assertThat(Files.readAllLines(command.file("f.ndjson")))
                .hasSameSizeAs(Files.readAllLines(uninterrupted))
                .allMatch(line -> line.startsWith("{\"event_id\":\"") && line.contains("\"gift_count_1h\":"));
    }

    private static void killWhenWritten(Process process, Path file, long bytes)
            throws IOException, InterruptedException {
        while (process.isAlive() && (!Files.exists(file) || Files.size(file) < bytes)) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        assertThat(process.waitFor()).as("killed before it had ended").isNotZero();
    }

    private static void succeed(Result result) {
        assertThat(result.exit()).as(result.err()).isZero();
    }
}
