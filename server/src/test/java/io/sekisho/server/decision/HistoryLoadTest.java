package io.sekisho.server.decision;

import static io.sekisho.server.decision.Orders.gift;
import static io.sekisho.server.decision.Orders.login;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.platform.UnusableInputException;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the past: counted, not decided. */
final class HistoryLoadTest {

    @TempDir
    private Path temp;

    private Path policy;
    private Path file;
    private Station station;

    @BeforeEach
    void open() throws IOException {
        policy = Policies.oneGift(temp.resolve("policy"));
        file = temp.resolve("history.ndjson");
        station = Station.deciding(temp.resolve("data"), policy);
    }

    @AfterEach
    void close() throws IOException {
        station.close();
    }

    private static String line(String json) {
        return json.replace("\n", " ").strip();
    }

    private void load() throws IOException {
        new HistoryLoad(station.decisions(), station.intakes).load(file);
    }

    private static Outcome outcome(Receipt.Fate fate) {
        return ((Receipt.Fate.Fresh) fate).assessment().orElseThrow().outcome();
    }

    @Test
    void itsEventsCountAndAreNotDecided() throws IOException {
        Files.writeString(file, line(gift("h1", "a1", "d1")) + "\n\n" + line(gift("h2", "a2", "bad-device")) + "\n");
        load();
        for (long number : List.of(2L, 3L)) {
            EventAccepted record = (EventAccepted) station.decisions().log().read(number);
            assertThat(record.treatment()).isEqualTo(Treatment.HISTORY);
            assertThat(record.decision()).isEmpty();
            assertThat(record.latencyMicros()).isZero();
            assertThat(record.decidedMillis()).isEqualTo(record.entry().receivedMillis());
        }
        assertThat(outcome(station.sends(gift("e1", "a1", "d1"))))
                .as("the second gift")
                .isEqualTo(Outcome.DENY);
        assertThat(outcome(station.sends(gift("e2", "a3", "d1")))).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void loadedAgainItCountsNothingTwiceAndAStartSeesItAsHistory() throws IOException {
        int events = 2_500;
        String lines = IntStream.range(0, events)
                .mapToObj(i -> line(login("h" + i, "a" + i % 9)))
                .collect(Collectors.joining("\n"));
        Files.writeString(file, lines);
        load();
        assertThat(station.decisions().committed()).isEqualTo(1 + events);
        List<Object> state = station.state();
        load();
        assertThat(station.decisions().committed()).isEqualTo(1 + events);
        station.stop();
        station.start(policy, false);
        assertThat(station.state()).isEqualTo(state);
        assertThat(station.decisions().differences()).isEmpty();
    }

    @Test
    void oneThatIsPackedIsReadLikeAPlainOne() throws IOException {
        file = temp.resolve("history.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((line(gift("h1", "a1", "d1")) + "\r\n").getBytes(UTF_8));
        }
        load();
        assertThat(station.decisions().committed()).isEqualTo(2);
    }

    /** As every other reader of such files takes them. */
    @Test
    void linesMayBeBlankAndEndInCarriageReturns() throws IOException {
        String largest = line(login("h2", "a1"));
        largest = largest.replace("\"a1\"", "\"" + "a".repeat(64 * 1024 - largest.length() + 2) + "\"");
        assertThat(largest).hasSize(64 * 1024);
        Files.writeString(file, "\r\n \t\r\n" + line(login("h1", "a1")) + "\r\n  \n" + largest + "\r\n");
        load();
        assertThat(station.decisions().committed()).isEqualTo(3);
    }

    @Test
    void aFileWithBadLinesChangesNothingAndNamesThemAll() throws IOException {
        String tooLong = line(login("long", "a1")).replace("a1", "a".repeat(70_000));
        Files.writeString(
                file,
                String.join(
                        "\n",
                        line(gift("h1", "a1", "d1")),
                        "{\"id\":\"4242424242424242\"}",
                        line(login("h2", "a1")),
                        "not JSON",
                        tooLong));
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(this::load)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains(file + ":2: /type: missing:")
                        .contains(file + ":4: : json_invalid:")
                        .contains(file + ":5: : too_large:")
                        .contains("mend these lines")
                        .doesNotContain("4242424242424242")
                        .doesNotContain(file + ":1:")
                        .doesNotContain(file + ":3:"));
        assertThat(station.decisions().committed()).isEqualTo(1);
    }

    @Test
    void namesAHundredProblemsAndCountsTheRest() throws IOException {
        Files.writeString(file, "x\n".repeat(250));
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(this::load)
                .satisfies(refused ->
                        assertThat(refused.getMessage().lines()).hasSize(102).contains("... and 150 more"));
    }

    @Test
    void anEventThatIsKnownWithAnotherBodyMakesItTheHistoryOfAnother() throws IOException {
        station.sends(gift("h1", "a1", "d1"));
        Files.writeString(file, line(gift("h1", "a1", "other")) + "\n" + line(login("h2", "a1")));
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(this::load)
                .withMessageContaining("known with another body");
        assertThat(station.decisions().committed()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsToldOf() {
        assertThatIOException().isThrownBy(this::load);
    }
}
