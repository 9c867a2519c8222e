package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Bytes;
import io.sekisho.acceptance.testkit.Connection;
import io.sekisho.acceptance.testkit.Folders;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden request through both doors, with equal bytes. With {@code -Dsekisho.golden.write=true} the answers are
 * written down instead of compared.
 */
@Tag("slow")
class GoldenTest {

    /** Every number that the golden files plant. */
    private static final List<String> CARD_NUMBERS = List.of(
            "4242424242424242",
            "4242 4242 4242 4242",
            "4242-4242-4242-4242",
            "3782 822463 10005",
            "5555555555554444",
            "４２４２４２４２４２４２４２４２",
            "5105105105105100",
            "4111111111111111",
            "4111 1111 1111 1111",
            "4012888888881881",
            "6011111111111117");

    private static final boolean IS_WRITING = Boolean.getBoolean("sekisho.golden.write");

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static String key;
    private static Instant now;

    @BeforeAll
    static void start() {
        Path data = folder.resolve("data");
        key = RunningServer.newKey(data, "decide");
        server = RunningServer.start(data, "--policy", Policies.small());
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    static List<String> files() throws IOException {
        return Golden.names();
    }

    @ParameterizedTest
    @MethodSource("files")
    void answersAtBothDoorsWithTheSameBytes(String name) throws IOException {
        Golden golden = Golden.read(name, now);
        List<Golden.Step> steps = golden.steps();
        try (Connection main = Connection.to(server.port());
                Connection gate = Connection.to(server.gatePort())) {
            for (int i = 0; i < steps.size(); i++) {
                // Each door has its turn to be the first.
                check(steps.get(i), i % 2 == 0 ? gate : main, i % 2 == 0 ? main : gate);
            }
        }
        if (IS_WRITING) {
            golden.write();
        }
    }

    /** The files have been sent by then or not: numbers are planted here once more, so that the order does not matter. */
    @Test
    void keepsNoCardNumberAnywhere() throws IOException {
        for (Golden.Step step : Golden.read("cards", now).steps()) {
            assertHoldsNoCardNumber(
                    step.name(), server.ask(step.request().by(key)).body());
        }

        List<Path> files = Folders.files(folder);
        assertThat(files).hasSizeGreaterThan(10);
        files.forEach(file -> assertHoldsNoCardNumber(file.toString(), Folders.bytes(file)));
    }

    private static void check(Golden.Step step, Connection one, Connection other) throws IOException {
        Request request = step.request().by(key);
        Response first = one.exchange(request);
        Response again = other.exchange(request);

        if (IS_WRITING) {
            step.record(first, again);
        }
        assertThat(Golden.masked(first)).as(step.name()).isEqualTo(step.expected(false));
        assertThat(Golden.masked(again)).as("again: " + step.name()).isEqualTo(step.expected(true));
        if (!step.differsAgain()) {
            assertThat(again.text()).as("the same bytes: " + step.name()).isEqualTo(first.text());
        }
        assertThat(again.header("content-type")).as(step.name()).isEqualTo(first.header("content-type"));
        assertThat(first.headers()).as(step.name()).containsKeys("ratelimit", "ratelimit-policy");
        assertThat(again.headers()).as(step.name()).containsKeys("ratelimit", "ratelimit-policy");
        assertHoldsNoCardNumber(step.name(), first.body());
    }

    private static void assertHoldsNoCardNumber(String where, byte[] bytes) {
        assertThat(CARD_NUMBERS)
                .as("card numbers in " + where)
                .noneMatch(number -> Bytes.contain(bytes, number.getBytes(StandardCharsets.UTF_8)));
    }
}
