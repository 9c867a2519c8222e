package io.sekisho.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The description of the HTTP interface that stands in the repository is the one that the server gives. */
final class OpenApiTest {

    private static final String UPDATE = "sekisho.update";
    private static final Path COMMITTED =
            Path.of(System.getProperty("sekisho.root", "..")).resolve("docs/openapi.json");

    @TempDir
    private Path data;

    @Test
    void whatIsCommittedIsWhatIsServed() throws Exception {
        String served = served();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(read(COMMITTED))
                .as("docs/openapi.json is not what the server gives; where the change is meant: mvn test -pl server -am"
                        + " -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true")
                .isEqualTo(served);
    }

    private String served() throws Exception {
        try (RunningServer server =
                RunningServer.start(RunningServer.settings(data, "jdbc:postgresql://localhost:1/nobody"))) {
            HttpResponse<String> answer = server.get("/openapi");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
            JsonNode description = RunningServer.json(answer);
            assertThat(description.get("openapi").asString()).startsWith("3.1.");
            assertThat(description
                            .at("/components/securitySchemes/bearer/scheme")
                            .asString())
                    .isEqualTo("bearer");
            assertThat(answer.body()).doesNotContain(Integer.toString(server.port()), "/error");
            return answer.body() + "\n";
        }
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
