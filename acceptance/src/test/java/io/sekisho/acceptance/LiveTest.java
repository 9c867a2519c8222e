package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sekisho.acceptance.testkit.Folders;
import io.sekisho.acceptance.testkit.Json;
import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A month of a shop, sent live: decided as offline, and nobody's e-mail, phone, name or address in clear afterwards. */
@Tag("slow")
class LiveTest {

    private static final int PART = 250;

    @TempDir
    static Path folder;

    private static SimulatedStream stream;
    private static Path data;
    private static String key;
    private static RunningServer server;
    private static final Map<String, String> LIVE = new LinkedHashMap<>();

    @BeforeAll
    static void sendAll() throws Exception {
        data = folder.resolve("data");
        stream = SimulatedStream.of(20261103, 300, 25, folder);
        key = RunningServer.newKey(data, "decide,read,metrics");
        server = RunningServer.start(data);
        List<List<String>> parts = stream.parts(PART);
        for (int i = 0; i < parts.size(); i++) {
            // In order all the same: a part is answered before the next is sent.
            remember(i % 2 == 0 ? sendSingly(parts.get(i), i) : sendTogether(parts.get(i)));
        }
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void decidesAsOffline() throws IOException {
        Path decisions = folder.resolve("offline.ndjson");
        Program.succeed(
                "replay",
                "--events",
                stream.write(folder.resolve("sent.ndjson")).toString(),
                "--decisions",
                decisions.toString());
        List<String> offline = Files.readAllLines(decisions);
        assertThat(offline).hasSizeGreaterThan(1_000);

        List<String> live =
                offline.stream().map(decision -> LIVE.get(eventId(decision))).toList();
        assertThat(Answers.timeless(live)).isEqualTo(Answers.timeless(offline));
        for (int i = 0; i < live.size(); i++) {
            assertSameDeadlines(deadlines(live.get(i)), deadlines(offline.get(i)));
        }
        Set<String> outcomes = offline.stream()
                .map(decision -> Json.read(decision).get("decision").asString())
                .collect(Collectors.toSet());
        assertThat(outcomes).as("the attack is seen").contains("allow", "challenge");
        assertThat(LIVE.values().stream().filter(answer -> answer.contains("\"not_evaluated\"")))
                .as("events of types that are not decided")
                .hasSize(LIVE.size() - offline.size());
    }

    @Test
    void holdsNobodysDetailsInClear() throws Exception {
        PersonalTexts personal = PersonalTexts.of(stream);
        assertThat(personal.size()).isGreaterThan(300);
        Projected projected = new Projected(server, key);
        projected.awaitCaughtUp();
        List<byte[]> told = new ArrayList<>();
        told.add(server.ask(Request.get("/actuator/prometheus").by(key)).body());
        told.add(server.ask(Request.get("/actuator/health").by(key)).body());
        for (String event : stream.events().subList(0, 300)) {
            told.add(refusal(event.replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"never\"")));
            told.add(refusal(event.replaceFirst("\"specversion\":\"1.0\"", "\"specversion\":\"1.0\",\"x\":1,\"x\":2")));
            told.add(refusal(event.replaceFirst("\"data\":\\{", "\"data\":{\"more\":1,")));
            told.add(refusal(event.substring(0, event.length() - 3)));
        }
        assertThat(server.stop()).isZero();

        assertThat(told).allSatisfy(body -> assertThat(personal.in(body)).isEmpty());
        List<Path> files = Folders.files(data);
        assertThat(files.stream().map(Path::toString)).anyMatch(file -> file.contains("cluster"));
        assertThat(files.stream().map(Path::toString)).anyMatch(file -> file.contains("journal"));
        assertThat(files)
                .allSatisfy(file -> assertThat(personal.in(Folders.bytes(file)))
                        .as(file.toString())
                        .isEmpty());
        assertThat(personal.in(Folders.bytes(RunningServer.log(data)))).isEmpty();
    }

    private static List<Response> sendSingly(List<String> events, int part) throws IOException {
        return Answers.ask(
                part % 4 == 0 ? server.gatePort() : server.port(),
                events.stream().map(LiveTest::decide).toList());
    }

    /** Many in one request; what was decided on each is asked afterwards. */
    private static List<Response> sendTogether(List<String> events) throws IOException {
        Response taken = server.askGate(Request.post("/v1/events", String.join("\n", events))
                .as("application/x-ndjson")
                .by(key));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
        return Answers.ask(
                server.gatePort(), events.stream().map(LiveTest::decide).toList());
    }

    private static void remember(List<Response> answers) {
        for (Response answer : answers) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            LIVE.put(eventId(answer.text()), answer.text());
        }
    }

    private static byte[] refusal(String event) throws IOException {
        Response refused = server.askGate(decide(event));
        assertThat(refused.status()).as(refused.toString()).isIn(409, 422);
        return refused.body();
    }

    private static Request decide(String event) {
        return Request.post("/v1/decisions", event).by(key);
    }

    private static String eventId(String decision) {
        return Json.read(decision).get("event_id").asString();
    }

    /** Deadlines count from the receipt, which is just before the decision live and the event's own time offline. */
    private static Map<String, Duration> deadlines(String decision) {
        JsonNode tree = Json.read(decision);
        Instant decided = Instant.parse(tree.get("decided_at").asString());
        Map<String, Duration> deadlines = new LinkedHashMap<>();
        for (String part : List.of("/required/expires_at", "/hold/expires_at", "/release/not_before")) {
            JsonNode time = tree.at(part);
            if (time.isString()) {
                deadlines.put(part, Duration.between(decided, Instant.parse(time.asString())));
            }
        }
        return deadlines;
    }

    private static void assertSameDeadlines(Map<String, Duration> live, Map<String, Duration> offline) {
        assertThat(live.keySet()).isEqualTo(offline.keySet());
        live.forEach((name, span) ->
                assertThat(span.toMillis()).as(name).isCloseTo(offline.get(name).toMillis(), within(5_000L)));
    }
}
