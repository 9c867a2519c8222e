package io.sekisho.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.console.Exit;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command serve as a user starts and stops it. */
@Tag("slow")
final class ServeTest {

    private static final Pattern READY = Pattern.compile("ready (http://localhost:\\d+) gate http://localhost:\\d+");

    @TempDir
    private Path folder;

    @Test
    void saysWhenItAnswersAndStopsInOrder() throws Exception {
        Path data = folder.resolve("data");
        try (Serving serving = Serving.start(data, "--port", "0")) {
            Matcher ready = READY.matcher(serving.line());
            assertThat(ready.matches()).isTrue();
            assertThat(get(ready.group(1) + "/actuator/health/readiness").statusCode())
                    .isEqualTo(200);

            assertTakesNoSecond(data);

            assertThat(serving.stop()).isEqualTo(Exit.OK);
            assertThat(serving.line())
                    .as("nothing but the one line on standard output")
                    .isNull();
            assertThat(serving.told())
                    .as("for a person there is the link of the first administrator, once")
                    .filteredOn(line -> !isLogged(line))
                    .singleElement()
                    .asString()
                    .contains("/enrol?token=");
            assertThat(serving.told())
                    .as("a log for machines where no terminal is")
                    .anyMatch(line -> line.contains("\"message\":\"Server ready\""))
                    .anyMatch(line -> line.contains("\"message\":\"Server stops\""));
        }
        assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
    }

    private static boolean isLogged(String line) {
        return line.startsWith("{\"@timestamp\":") && line.endsWith("}");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                Serving serving =
                        Serving.start(folder.resolve("data"), "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(serving.line()).isNull();
            assertThat(serving.code()).isEqualTo(Exit.UNAVAILABLE);
            assertThat(serving.told())
                    .contains("The port " + taken.getLocalPort() + " is in use: stop who has it, or choose another.")
                    .noneMatch(line -> line.contains("\tat "));
        }
    }

    private static void assertTakesNoSecond(Path data) throws Exception {
        try (Serving second = Serving.start(data, "--port", "0")) {
            assertThat(second.code()).isEqualTo(Exit.UNAVAILABLE);
            assertThat(second.told())
                    .isEqualTo(List.of(second.told().getFirst()))
                    .anyMatch(line -> line.startsWith("The data folder " + data + " is in use by another server"));
        }
    }

    private static HttpResponse<String> get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
