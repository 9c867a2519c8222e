package io.sekisho.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.odd.OddRequests;
import io.sekisho.server.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever goes wrong, the answer is problem+json and tells nothing of the inside. The database is away all the while. */
final class ProblemsTest {

    private static final String NOBODY = "jdbc:postgresql://localhost:1/nobody";

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(RunningServer.settings(data, NOBODY), OddRequests.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v9/decisions", "/error", "/actuator", "/actuator/env", "/actuator/heapdump"})
    void anUnknownAddress(String path) throws Exception {
        assertProblem(server.get(path), 404, "not_found");
    }

    /** A browser asks for HTML; an error is JSON all the same. */
    @Test
    void anUnknownAddressOfABrowser() throws Exception {
        assertProblem(server.send(server.request("/nothing").header("accept", "text/html")), 404, "not_found");
    }

    @Test
    void aMethodThatIsNotKnownThere() throws Exception {
        HttpResponse<String> answer = server.send(server.request("/odd/broken").DELETE());

        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.headers().firstValue("allow")).hasValue("GET");
    }

    @Test
    void aBodyOfAnotherType() throws Exception {
        HttpResponse<String> answer = server.send(post("/odd/body", "<a/>").header("content-type", "application/xml"));

        assertProblem(answer, 415, "unsupported_media_type");
        assertThat(answer.headers().firstValue("accept")).hasValue("application/json");
    }

    @Test
    void anAnswerOfAnotherType() throws Exception {
        HttpResponse<String> answer = server.send(post("/odd/body", "{}")
                .header("content-type", "application/json")
                .header("accept", "image/png"));

        assertProblem(answer, 406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"do-not-tell-8c1f\""})
    void aBodyThatIsNotWhatItSays(String body) throws Exception {
        assertProblem(
                server.send(post("/odd/body", body).header("content-type", "application/json")),
                400,
                "unreadable_body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/odd/needs", "/odd/needs?number=do-not-tell-8c1f"})
    void aParameterThatIsMissingOrWrong(String path) throws Exception {
        assertProblem(server.get(path), 400, "bad_request");
    }

    @Test
    void ourOwnMistakeHasANumberThatTheLogKnows() throws Exception {
        HttpResponse<String> answer = server.get("/odd/leaking");

        assertProblem(answer, 500, "internal_error");
        assertThat(RunningServer.json(answer).get("incident").asString()).matches("[0-9a-f]{16}");
        assertThat(RunningServer.json(server.get("/odd/broken")).get("incident"))
                .isNotEqualTo(RunningServer.json(answer).get("incident"));
    }

    @Test
    void aDatabaseThatIsAway() throws Exception {
        HttpResponse<String> answer = server.get("/odd/query");

        assertProblem(answer, 503, "database_unavailable");
        assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
    }

    @Test
    void aBodyThatSaysItIsTooLarge() throws Exception {
        assertThat(exchange("POST /odd/bytes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                        + (BodyLimit.MOST_BYTES + 1) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains(HttpProblem.CONTENT_TYPE)
                .contains("\"code\":\"content_too_large\"");
    }

    @Test
    void aBodyThatTurnsOutTooLarge() throws Exception {
        byte[] body = new byte[(int) BodyLimit.MOST_BYTES + 1];

        assertProblem(server.send(ofUnknownLength(body)), 413, "content_too_large");
    }

    @Test
    void theLargestBodyIsTaken() throws Exception {
        byte[] body = new byte[(int) BodyLimit.MOST_BYTES];

        assertThat(server.send(ofUnknownLength(body)).body()).isEqualTo(Long.toString(BodyLimit.MOST_BYTES));
        assertThat(server.send(server.request("/odd/bytes").POST(BodyPublishers.ofByteArray(body)))
                        .body())
                .isEqualTo(Long.toString(BodyLimit.MOST_BYTES));
    }

    /** These are refused by the container, or by the firewall before any handler. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a b HTTP/1.1\r\nHost: localhost\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                "GET /{ HTTP/1.1\r\nHost: localhost\r\n",
                "GET /a;b=c HTTP/1.1\r\nHost: localhost\r\n",
                "GET //odd/query HTTP/1.1\r\nHost: localhost\r\n",
                "GET /odd/query HTTP/1.1\r\n",
                "NONSENSE\r\n"
            })
    void aRequestThatIsNoHttp(String request) throws Exception {
        String answer = exchange(request + "Connection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 400.*").contains(HttpProblem.CONTENT_TYPE);
        assertThat(answer)
                .containsPattern("\"code\":\"(bad_request|request_rejected)\"")
                .doesNotContain("Tomcat", "<html", "Exception");
    }

    @Test
    void headersThatAreTooLarge() throws Exception {
        String answer = exchange("GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Long: "
                + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4(00|31).*").contains(HttpProblem.CONTENT_TYPE);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue(HttpProblem.CONTENT_TYPE);
        JsonNode problem = RunningServer.json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("urn:sekisho:problem:" + code);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain(OddRequests.SECRET, "Exception", "io.sekisho", "\tat ");
    }

    private static HttpRequest.Builder post(String path, String body) {
        return server.request(path).POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder ofUnknownLength(byte[] body) {
        return server.request("/odd/bytes").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    /** What no client sends. */
    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout((int) RunningServer.PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
