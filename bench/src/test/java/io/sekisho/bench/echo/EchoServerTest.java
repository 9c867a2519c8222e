package io.sekisho.bench.echo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.wire.json.JsonTree;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The echo answers as a server would, and its process ends with the one that started it. */
@Timeout(60)
final class EchoServerTest {

    @Test
    void answersEveryPostWithJson() throws Exception {
        try (EchoServer server = EchoServer.start();
                HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<byte[]> answer = client.send(
                        post(server.address(), "x".repeat(100_000 * i)), HttpResponse.BodyHandlers.ofByteArray());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("content-type")).contains("application/json");
                assertThat(answer.body()).hasSize(600);
                assertThat(JsonTree.read(answer.body(), 0, 600, new ArrayList<>()))
                        .isPresent();
            }
        }
    }

    @Test
    void livesInAProcessThatEndsWhenItIsClosed() throws Exception {
        ProcessHandle process;
        try (EchoProcess echo = EchoProcess.start();
                HttpClient client = HttpClient.newHttpClient()) {
            process = ProcessHandle.of(echo.pid()).orElseThrow();
            HttpResponse<String> answer = client.send(post(echo.address(), "{}"), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(process.isAlive()).isTrue();
        }
        process.onExit().get(20, TimeUnit.SECONDS);
        assertThat(process.isAlive()).isFalse();
    }

    private static HttpRequest post(InetSocketAddress address, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/v1/decisions"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
