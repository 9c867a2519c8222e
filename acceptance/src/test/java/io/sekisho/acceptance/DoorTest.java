package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Connection;
import io.sekisho.acceptance.testkit.Events;
import io.sekisho.acceptance.testkit.Eventually;
import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys, quotas, limits and the HTTP itself, the same at both doors. */
@Tag("slow")
class DoorTest {

    private static final String EVENTS = "/v1/events";
    private static final String DECISIONS = "/v1/decisions";

    private static Instant now;

    @TempDir
    static Path folder;

    private static Path data;
    private static RunningServer server;
    private static String key;

    /** The two doors. */
    enum Door {
        MAIN,
        GATE;

        int port() {
            return this == MAIN ? server.port() : server.gatePort();
        }

        Response ask(Request request) throws IOException {
            try (Connection connection = Connection.to(port())) {
                return connection.exchange(request);
            }
        }

        String id(String name) {
            return name() + "-" + name;
        }
    }

    @BeforeAll
    static void start() {
        now = Instant.now();
        data = folder.resolve("data");
        key = RunningServer.newKey(data, "decide");
        server = RunningServer.start(data, "--policy", Policies.small());
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhoHasNoKey(Door door) throws IOException {
        Request request = Request.post(DECISIONS, Events.login("no-key", "a", now));

        assertRefused(door.ask(request), 401, "missing_key");
        assertRefused(door.ask(request.by("sk_nobody_knows_this_one")), 401, "invalid_key");
        assertRefused(door.ask(request.by("")), 401, "invalid_key");
        assertRefused(door.ask(request.with("Authorization: Basic YWRtaW46YWRtaW4=")), 401, "invalid_key");
        assertRefused(door.ask(request.by("x".repeat(5_000))), 401, "invalid_key");
        assertThat(door.ask(request).headers()).containsKey("www-authenticate");
        assertThat(door.ask(request.by("sk_nobody_knows_this_one")).text()).doesNotContain("nobody_knows");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAKeyOfAnotherScopeOneThatHasExpiredAndOneThatWasRevoked(Door door) throws IOException {
        Request request = Request.post(DECISIONS, Events.login(door.id("scope"), "a", now));
        assertRefused(door.ask(request.by(RunningServer.newKey(data, "read,write,metrics"))), 403, "forbidden");

        String shortLived = RunningServer.newKey(data, "decide", "--expires", "1s");
        Eventually.isTrue(
                "the key has expired",
                Duration.ofSeconds(10),
                () -> code(door, request.by(shortLived)).equals("expired_key"));

        String revoked = RunningServer.newKey(data, "decide", "--name", door.id("to be revoked"));
        assertThat(door.ask(request.by(revoked)).status()).isEqualTo(200);
        String id = Program.succeed("key", "list", "--data", data.toString())
                .lines()
                .filter(line -> line.contains(door.id("to be revoked")))
                .findFirst()
                .orElseThrow()
                .strip()
                .split("\\s+", 2)[0];
        Program.succeed("key", "revoke", "--data", data.toString(), id);
        Eventually.isTrue(
                "the key is revoked",
                Duration.ofSeconds(10),
                () -> code(door, request.by(revoked)).equals("revoked_key"));
    }

    @ParameterizedTest
    @EnumSource
    void countsTheQuotaDown(Door door) throws IOException {
        String small = RunningServer.newKey(data, "decide", "--quota", "5");
        List<Response> answers = new ArrayList<>();
        // At most two of the minutes in which five are allowed.
        for (int i = 0; i < 12; i++) {
            answers.add(door.ask(Request.post(DECISIONS, Events.login(door.id("quota-" + i), "a", now))
                    .by(small)));
        }
        Response refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.code()).isEqualTo("quota_exceeded");
        assertThat(Integer.parseInt(refused.header("retry-after").orElseThrow()))
                .isBetween(1, 60);
        assertThat(refused.header("ratelimit").orElseThrow()).startsWith("\"default\";r=0;t=");
        assertThat(refused.header("ratelimit-policy")).contains("\"default\";q=5;w=60");
        assertThat(answers.getFirst().header("ratelimit").orElseThrow()).startsWith("\"default\";r=4;t=");

        String batches = RunningServer.newKey(data, "decide", "--quota", "5");
        assertRefused(door.ask(Request.post(EVENTS, events(door, "quota-b", 6)).by(batches)), 429, "quota_exceeded");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsTooLarge(Door door) throws IOException {
        String large = event(door, "large", (64 << 10) + 1);
        String largest = event(door, "largest", 64 << 10);

        assertRefused(door.ask(Request.post(DECISIONS, large).by(key)), 413, "too_large");
        assertRefused(door.ask(Request.post(DECISIONS, large).by(key).inChunks()), 413, "too_large");
        assertThat(door.ask(Request.post(DECISIONS, largest).by(key)).status()).isEqualTo(200);
        Response inBatch =
                door.ask(Request.post(EVENTS, "[" + largest + "," + large + "]").by(key));
        assertRefused(inBatch, 422, "invalid_event");
        assertThat(inBatch.json().at("/problems/0/line").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void takesAThousandEventsOf8MebibytesAndNoMore(Door door) throws IOException {
        assertThat(door.ask(Request.post(EVENTS, events(door, "many", 1_000)).by(key))
                        .json()
                        .get("accepted")
                        .asInt())
                .isEqualTo(1_000);
        assertRefused(door.ask(Request.post(EVENTS, events(door, "more", 1_001)).by(key)), 422, "too_many_events");

        List<String> most = IntStream.range(0, 128)
                .mapToObj(i -> event(door, "heavy-" + i, (64 << 10) - 1 - (i == 0 ? 1 : 0)))
                .toList();
        String heavy = Events.array(most);
        assertThat(heavy).hasSize(8 << 20);
        assertThat(door.ask(Request.post(EVENTS, heavy).by(key)).status()).isEqualTo(202);
        assertTooLarge(door, Request.post(EVENTS, heavy + " ").by(key));
        assertTooLarge(door, Request.post(EVENTS, heavy + " ".repeat(200_000)).by(key));
        assertTooLarge(
                door, Request.post(EVENTS, heavy + " ".repeat(200_000)).by(key).inChunks());
    }

    @ParameterizedTest
    @EnumSource
    void takesABodyInChunks(Door door) throws IOException {
        Request request = Request.post(DECISIONS, event(door, "chunks", 5_000)).by(key);

        Response chunked = door.ask(request.inChunks());

        assertThat(chunked.status()).as(chunked.toString()).isEqualTo(200);
        assertThat(door.ask(request).text()).isEqualTo(chunked.text());
    }

    @ParameterizedTest
    @EnumSource
    void answersRequestsInARowInTheirOrder(Door door) throws IOException {
        try (Connection connection = Connection.to(door.port())) {
            for (int i = 0; i < 50; i++) {
                connection.send(Request.post(
                                DECISIONS, i % 10 == 9 ? "{}" : Events.login(door.id("row-" + i), "a", now))
                        .by(key));
            }
            for (int i = 0; i < 50; i++) {
                Response answer = connection.receive();
                assertThat(answer.status()).isEqualTo(i % 10 == 9 ? 422 : 200);
                assertThat(answer.json().path("event_id").asString(door.id("row-" + i)))
                        .isEqualTo(door.id("row-" + i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsItsPathsAndMethods(Door door) throws IOException {
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "HEAD")) {
            Response answer = headless(door, Request.of(method, EVENTS).by(key));
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("allow"))
                    .as(method)
                    .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
        }
        for (String path :
                List.of("/decisions", "/v1", "/v1/decision", "/v2/decisions", "/v1/events/", "/V1/events", "/%00")) {
            Response answer = door.ask(Request.post(path, "{}").by(key));
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.header("content-type")).as(path).contains("application/problem+json");
        }
    }

    /** However a path is disguised, nobody gets in without a key. */
    @ParameterizedTest
    @EnumSource
    void letsNobodyAroundTheKey(Door door) throws IOException {
        String event = Events.login(door.id("disguised"), "a", now);
        for (String path : List.of(
                "/v1/decisions",
                "//v1/decisions",
                "/v1//decisions",
                "/v1/decisions/",
                "/v1/decisions;x=1",
                "/v1/%64ecisions",
                "/v1/./decisions",
                "/x/../v1/decisions",
                "/v1/decisions?x=1",
                "/v1/decisions%2f",
                "http://localhost/v1/decisions")) {
            Response answer = door.ask(Request.post(path, event));
            assertThat(answer.status()).as(path + " " + answer).isIn(400, 401, 404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAConnectionThatIsNoHttp(Door door) throws IOException {
        String host = "Host: x\r\nAuthorization: Bearer " + key + "\r\n";
        for (String broken : List.of(
                "\0\1\2\3\r\n\r\n",
                "POST\r\n\r\n",
                "POST /v1/decisions HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\n",
                "POST /v1/decisions HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n",
                "POST /v1/decisions HTTP/1.1\r\n" + host + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
                "POST /v1/decisions HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "POST /v1/decisions HTTP/1.1\r\n" + host + "X: " + "y".repeat(40_000) + "\r\n\r\n")) {
            try (Connection connection = Connection.to(door.port())) {
                connection.send(broken.getBytes(StandardCharsets.ISO_8859_1));
                connection.send(Request.post(DECISIONS, Events.login(door.id("smuggled"), "a", now))
                        .by(key));
                Response answer = connection.receive();
                assertThat(answer.status())
                        .as(broken + answer)
                        .isNotEqualTo(500)
                        .isBetween(400, 505);
                assertThat(answer.header("content-type")).as(broken + answer).contains("application/problem+json");
            } catch (IOException ended) {
                // Without a word is well, too.
            }
        }
        assertThat(door.ask(Request.post(DECISIONS, Events.login(door.id("after"), "a", now))
                                .by(key))
                        .status())
                .isEqualTo(200);
    }

    /** A request behind one whose end two readers would see at different places. */
    @ParameterizedTest
    @EnumSource
    void readsNoRequestOutOfABody(Door door) throws IOException {
        String inner = "POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nAuthorization: Bearer " + key
                + "\r\n\r\n{}";
        String outer = "POST /v1/decisions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key
                + "\r\nContent-Length: " + (inner.length() + 5) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + inner;
        try (Connection connection = Connection.to(door.port())) {
            connection.send(outer.getBytes(StandardCharsets.US_ASCII));
            Response first = connection.receive();
            assertThat(first.status()).as(first.toString()).isBetween(400, 499);
            connection.awaitEnd();
        } catch (java.net.SocketException ended) {
            // Cut off at once: as well.
        }
    }

    @Test
    void closesAConnectionOnWhichAHalfRequestWaits() throws IOException {
        assertClosesHalfRequest(Door.MAIN);
    }

    @Test
    @Tag("long")
    void closesAConnectionOnWhichAHalfRequestWaitsAtTheGate() throws IOException {
        assertClosesHalfRequest(Door.GATE);
    }

    /** Whoever sends a byte now and then must not hold a connection for ever. */
    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void closesAConnectionOnWhichARequestTrickles(Door door) throws IOException {
        try (Connection connection = Connection.to(door.port())) {
            connection.send("POST /v1/decisions HTTP/1.1\r\nHost: x\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            try {
                for (; sent < 240; sent++) {
                    connection.send(new byte[] {'y'});
                    Eventually.pass(Duration.ofSeconds(1));
                }
            } catch (IOException closed) {
                // That is what is wanted.
            }
            assertThat(sent).as("seconds that a trickle was borne").isLessThan(240);
        }
    }

    private static void assertClosesHalfRequest(Door door) throws IOException {
        try (Connection connection = Connection.to(door.port())) {
            connection.send(("POST /v1/decisions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key
                            + "\r\nContent-Length: 500\r\n\r\n{\"half\":")
                    .getBytes(StandardCharsets.US_ASCII));
            connection.awaitEnd();
        }
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.header("content-type")).contains("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:sekisho:problem:" + code);
        assertThat(answer.json().get("title").asString()).isNotEmpty();
        assertThat(answer.json().get("detail").asString()).isNotEmpty();
    }

    /** The door may stop reading, and then cannot always be heard. */
    private static void assertTooLarge(Door door, Request request) {
        try {
            assertThat(door.ask(request).status()).isEqualTo(413);
        } catch (IOException cutOff) {
            assertThat(cutOff).isInstanceOfAny(java.net.SocketException.class, java.io.EOFException.class);
        }
    }

    /** The answer to a HEAD tells the length of a body that does not come. */
    private static Response headless(Door door, Request request) throws IOException {
        if (!request.method().equals("HEAD")) {
            return door.ask(request);
        }
        try (Connection connection = Connection.to(door.port())) {
            connection.send(request.with("Connection: close"));
            return connection.receiveHead();
        }
    }

    private static String code(Door door, Request request) {
        try {
            Response answer = door.ask(request);
            return answer.status() == 200 ? "" : answer.code();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static String events(Door door, String name, int count) {
        return Events.array(IntStream.range(0, count)
                .mapToObj(i -> Events.login(door.id(name + "-" + i), "a", now))
                .toList());
    }

    /** Of exactly so many bytes. */
    private static String event(Door door, String name, int bytes) {
        String event = Events.login(door.id(name), "a", now);
        String more = "\"data\":{\"more\":\"\",";
        int padding = bytes - event.length() - more.length() + "\"data\":{".length();
        return event.replace("\"data\":{", more.replace("\"\",", "\"" + "m".repeat(padding) + "\","));
    }
}
