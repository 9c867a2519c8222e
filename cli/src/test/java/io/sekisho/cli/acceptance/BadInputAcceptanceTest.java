package io.sekisho.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.acceptance.Command.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BadInputAcceptanceTest {

    /** Written by hand beside wire's tests: good lines, and lines with one or several things wrong. */
    private static final Path BAD_EVENTS =
            Path.of(System.getProperty("sekisho.root"), "wire/src/test/resources/io/sekisho/wire/event");

    private static final List<String> PLANTED =
            List.of("4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242");

    @TempDir
    Path folder;

    private Command command;

    @BeforeEach
    void copyEvents() throws IOException {
        command = new Command(folder);
        Files.copy(BAD_EVENTS.resolve("bad-events.ndjson"), folder.resolve("e.ndjson"));
    }

    @Test
    void isNamedLineByLineAndDecidingEndsAtTheFirst() throws Exception {
        Result result = command.run("replay", "--events", "e.ndjson", "--decisions", "d.ndjson", "--report", "r.json");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(problems(result)).isEqualTo(expectedProblems());
        assertThat(problems(result)).hasSizeGreaterThanOrEqualTo(30);
        assertThat(command.read("d.ndjson").lines()).hasSize(1);
        assertThat(command.read("r.json")).contains("\"stopped_at_bad_line\":true");
    }

    @Test
    void isLeftOutWithKeepGoingAndTheGoodIsDecided() throws Exception {
        Result result = command.run(
                "replay", "--events", "e.ndjson", "--decisions", "d.ndjson", "--features", "f.ndjson", "--keep-going");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(problems(result)).isEqualTo(expectedProblems());
        assertThat(command.read("d.ndjson").lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"event_id\":\"good-"));
    }

    @Test
    void keepsCardNumbersOutOfEverythingThatIsWritten() throws Exception {
        command.run(
                "replay",
                "--events",
                "e.ndjson",
                "--decisions",
                "d.ndjson",
                "--features",
                "f.ndjson",
                "--report",
                "r.json",
                "--state",
                "state",
                "--keep-going");

        try (var files = Files.walk(folder)) {
            List<Path> written = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("e.ndjson"))
                    .toList();
            assertThat(written).hasSizeGreaterThanOrEqualTo(7);
            for (Path file : written) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(PLANTED).as(file.toString()).noneMatch(text::contains);
            }
        }
        assertThat(PLANTED).anyMatch(planted -> contains("e.ndjson", planted));
    }

    @Test
    void isCountedWhenItIsARepeatAndNamedWhenItConflicts() throws Exception {
        String event = "{\"specversion\":\"1.0\",\"id\":\"x\",\"source\":\"s\",\"type\":\"login.succeeded\","
                + "\"time\":\"2023-09-13T02:14:05+09:00\",\"data\":{\"account_id\":\"%s\"}}%n";
        Files.writeString(
                folder.resolve("twice.ndjson"), event.formatted("a") + event.formatted("a") + event.formatted("b"));

        Result result = command.run("replay", "--events", "twice.ndjson", "--decisions", "d.ndjson", "--keep-going");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(command.read("d.ndjson").lines()).hasSize(1);
        assertThat(result.out()).contains("1 repeated, 1 bad line");
        assertThat(result.err()).startsWith("twice.ndjson:3: /id: conflict: ");
    }

    @Test
    void isExplainedWhenItIsAFileThatIsNotThere() throws Exception {
        Result result = command.run("replay", "--events", "nowhere.ndjson");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("There is no file nowhere.ndjson.");
    }

    private boolean contains(String file, String text) {
        try {
            return command.read(file).contains(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> problems(Result result) {
        return result.err()
                .lines()
                .filter(line -> line.startsWith("e.ndjson:"))
                .map(line -> line.substring("e.ndjson:".length()))
                .toList();
    }

    private static List<String> expectedProblems() throws IOException {
        return Files.readAllLines(BAD_EVENTS.resolve("bad-events.golden"));
    }
}
