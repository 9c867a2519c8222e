package io.sekisho.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.sekisho.bench.load.Route;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed changes ids and times and nothing else; the oracle reads both into trees. */
final class EventFeedTest {

    private static final long NEWEST =
            Timestamps.parse("2026-11-24T05:00:00.250Z").orElseThrow().millis();

    @TempDir
    private Path folder;

    @Test
    void movesTimesAndNamesTheRunInTheId() throws IOException {
        Path file = file(
                "{\"id\":\"e1\",\"source\":\"s\",\"type\":\"order.created\",\"time\":\"2023-09-13T02:14:05+09:00\","
                        + "\"data\":{\"id\":\"inner\",\"account\":{\"created_at\":\"2020-01-01T00:00:00Z\"}}}",
                "{\"id\":\"e2\",\"source\":\"s\",\"type\":\"order.created\",\"time\":\"2023-09-13T02:14:06.000+09:00\"}");

        List<String> bodies = bodies(file, 2);

        assertThat(bodies)
                .containsExactly(
                        "{\"id\":\"r1-1-e1\",\"source\":\"s\",\"type\":\"order.created\","
                                + "\"time\":\"2026-11-24T13:59:59.250+09:00\","
                                + "\"data\":{\"id\":\"inner\",\"account\":{\"created_at\":\"2023-03-14T11:45:54.250Z\"}}}",
                        "{\"id\":\"r1-1-e2\",\"source\":\"s\",\"type\":\"order.created\","
                                + "\"time\":\"2026-11-24T14:00:00.250+09:00\"}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesNothingElse(long seed) throws IOException {
        RandomEvents events = new RandomEvents(new Random(seed));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add(events.next());
        }
        Path file = file(lines.toArray(String[]::new));
        long shift = NEWEST - EventFile.read(file).newestMillis();

        List<String> bodies = bodies(file, lines.size());

        for (int i = 0; i < lines.size(); i++) {
            assertThat(tree(bodies.get(i)))
                    .as("seed %d, line %d: %s", seed, i + 1, lines.get(i))
                    .isEqualTo(expected(lines.get(i), shift));
        }
    }

    @Test
    void beginsAnewWithOtherIds() throws IOException {
        Path file = file(event("a"), "", "  ", event("b") + "\r");

        List<String> bodies = bodies(file, 5);

        assertThat(bodies.stream().map(body -> String.valueOf(members(body).get("id"))))
                .containsExactly("r1-1-a", "r1-1-b", "r1-2-a", "r1-2-b", "r1-3-a");
    }

    @Test
    void keepsWhatTheFileRepeatsARepeat() throws IOException {
        List<String> bodies = bodies(file(event("a"), event("a")), 2);

        assertThat(bodies.get(0)).isEqualTo(bodies.get(1));
    }

    @Test
    void readsAPackedFile() throws IOException {
        Path packed = folder.resolve("events.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((event("a") + "\n" + event("b")).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(EventFile.read(packed).events()).isEqualTo(2);
        assertThat(bodies(packed, 3)).hasSize(3);
    }

    @Test
    void makesWholeRequestsForEachEndpoint() throws IOException {
        Path file = file(event("a"), event("b").replace("login.succeeded", "cart.updated"));
        EventFeed.Target target = new EventFeed.Target(
                "127.0.0.1:8081", "k3y", type -> type.startsWith("login") ? Route.DECISIONS : Route.EVENTS);
        ByteBuf out = Unpooled.buffer();

        try (EventFeed feed = new EventFeed(EventFile.read(file), target, "r", NEWEST)) {
            assertThat(feed.next(out)).isEqualTo(Route.DECISIONS);
            String request = text(out);
            String body = request.substring(request.indexOf("\r\n\r\n") + 4);
            assertThat(request)
                    .isEqualTo("POST /v1/decisions HTTP/1.1\r\nHost: 127.0.0.1:8081\r\nAuthorization: Bearer k3y\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body);
            assertThat(feed.next(out)).isEqualTo(Route.EVENTS);
            assertThat(text(out)).startsWith("POST /v1/events HTTP/1.1\r\n");
        }
    }

    @Test
    void refusesAKeyThatWouldWriteAHeader() {
        assertThatThrownBy(() -> new EventFeed.Target("h", "a\r\nX: y", _ -> Route.EVENTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("X: y");
    }

    @Test
    void namesEveryLineThatIsNoEvent() throws IOException {
        Path file = file(event("a"), "{}", event("b"), "[1", "{\"id\":\"c\",\"type\":\"t\",\"time\":\"yesterday\"}");

        assertThatThrownBy(() -> EventFile.read(file))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(file + ":2:")
                .hasMessageContaining(file + ":4:")
                .hasMessageContaining(file + ":5:");
    }

    @Test
    void refusesWhatHoldsNoEvents() throws IOException {
        assertThatThrownBy(() -> EventFile.read(file(""))).hasMessageContaining("no events");
        assertThatThrownBy(() -> EventFile.read(file(event("a"), "{\"id\":\"" + "x".repeat(65 * 1024) + "\"}")))
                .hasMessageContaining("events.ndjson:2: ")
                .hasMessageContaining("64 KiB");
        assertThatThrownBy(() -> EventFile.read(folder.resolve("nowhere"))).hasMessageContaining("no file");
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("events.ndjson"), List.of(lines));
    }

    private static String event(String id) {
        return "{\"id\":\"" + id
                + "\",\"source\":\"s\",\"type\":\"login.succeeded\",\"time\":\"2023-09-13T02:14:05Z\"}";
    }

    private static List<String> bodies(Path file, int count) throws IOException {
        EventFeed.Target target = new EventFeed.Target("h:1", "", _ -> Route.DECISIONS);
        List<String> bodies = new ArrayList<>();
        ByteBuf out = Unpooled.buffer();
        try (EventFeed feed = new EventFeed(EventFile.read(file), target, "r1", NEWEST)) {
            for (int i = 0; i < count; i++) {
                feed.next(out);
                String request = text(out);
                bodies.add(request.substring(request.indexOf("\r\n\r\n") + 4));
            }
        }
        return bodies;
    }

    private static String text(ByteBuf out) {
        String text = out.toString(StandardCharsets.UTF_8);
        out.clear();
        return text;
    }

    private static Object tree(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        List<JsonProblem> problems = new ArrayList<>();
        Object tree = JsonTree.read(bytes, 0, bytes.length, problems).orElseThrow();
        assertThat(problems).as(json).isEmpty();
        return tree;
    }

    private static Map<?, ?> members(String json) {
        return (Map<?, ?>) tree(json);
    }

    private static Object expected(String line, long shift) {
        Map<Object, Object> event = new LinkedHashMap<>((Map<?, ?>) withTexts(tree(line), text -> moved(text, shift)));
        event.compute("id", (_, id) -> "r1-1-" + id);
        return event;
    }

    private static String moved(String text, long shift) {
        return Timestamps.parse(text)
                .map(time -> Timestamps.format(time.millis() + shift, time.offsetSeconds()))
                .orElse(text);
    }

    private static @Nullable Object withTexts(@Nullable Object value, UnaryOperator<String> change) {
        return switch (value) {
            case null -> null;
            case String text -> change.apply(text);
            case List<?> list ->
                list.stream().map(each -> withTexts(each, change)).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> changed = new LinkedHashMap<>();
                map.forEach((name, member) -> changed.put(name, withTexts(member, change)));
                yield changed;
            }
            default -> value;
        };
    }
}
