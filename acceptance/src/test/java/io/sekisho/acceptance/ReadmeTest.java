package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request that the README shows, sent as it stands there, gets the answer that it shows. */
@Tag("slow")
class ReadmeTest {

    private static final Pattern ASKED =
            Pattern.compile("```sh\\n(sed [^\\n]* curl [^\\n]*)\\n```\\n```json\\n([^\\n]*)\\n```");

    /** Differs with the hour and with the machine. */
    private static final Pattern OF_THE_MOMENT =
            Pattern.compile("\"(time|expires_at|decided_at)\":\"[^\"]*\"|\"latency_micros\":\\d+");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md"})
    void showsTheAnswerThatTheServerGives(String readme) throws Exception {
        Matcher shown = ASKED.matcher(Files.readString(Program.root().resolve(readme)));
        assertThat(shown.find()).as("a request with its answer").isTrue();
        Path data = folder.resolve("data");
        String key = RunningServer.newKey(data, "decide");
        try (RunningServer server = RunningServer.start(data)) {
            String command = shown.group(1).replace("localhost:8081", "localhost:" + server.gatePort());

            assertThat(timeless(run(command, key))).isEqualTo(timeless(shown.group(2)));
        }
    }

    private static String timeless(String answer) {
        return OF_THE_MOMENT.matcher(answer).replaceAll("");
    }

    private static String run(String command, String key) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command)
                .directory(Program.root().toFile());
        shell.environment().put("KEY", key);
        Process process = shell.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return answer.strip();
    }
}
