package io.sekisho.cli.demo;

import io.sekisho.cli.demo.Shop.Answer;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the shop asks: over HTTP, as every shop does. */
final class GateDoor implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String gate;
    private final String main;
    private final String key;

    /** @param key with the scopes decide and write */
    GateDoor(String gate, String main, String key) {
        this.gate = gate;
        this.main = main;
        this.key = key;
    }

    /** What is decided of the event. */
    Answer decide(Map<String, Object> event) throws IOException, InterruptedException {
        HttpResponse<String> response = post(gate + "/v1/decisions", new CanonicalJson().write(event));
        if (response.statusCode() != 200) {
            throw new IOException("The gate answered " + response.statusCode() + ": " + response.body());
        }
        return answer(response.body());
    }

    /** Says what is true of an order; in the demonstration it is known at once. */
    void label(String order, String label) throws IOException, InterruptedException {
        String body = new CanonicalJson().write(Map.of("about_kind", "order", "about", order, "label", label));
        HttpResponse<String> response = post(main + "/v1/labels", body);
        if (response.statusCode() / 100 != 2) {
            throw new IOException("The label was answered " + response.statusCode() + ": " + response.body());
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpResponse<String> post(String url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header(
                        "Idempotency-Key",
                        UUID.nameUUIDFromBytes((url + body).getBytes(StandardCharsets.UTF_8))
                                .toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Answer answer(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> tree = JsonTree.members(
                JsonTree.read(bytes, 0, bytes.length, new ArrayList<>()).orElseThrow());
        List<Map<String, Object>> reasons = objects(tree, "reasons");
        List<Map<String, Object>> actions = objects(tree, "actions");
        return new Answer(
                PlayedEvent.text(tree, "decision_id"),
                PlayedEvent.text(tree, "decision"),
                reasons.isEmpty() ? Map.of() : texts(PlayedEvent.members(reasons.getFirst(), "text")),
                PlayedEvent.members(tree, "required").get("methods") instanceof List<?> methods
                        ? methods.stream().map(String::valueOf).toList()
                        : List.of(),
                targets(actions, "hold_order"),
                !targets(actions, "notify_out_of_band").isEmpty());
    }

    private static List<String> targets(List<Map<String, Object>> actions, String verb) {
        return actions.stream()
                .filter(action -> verb.equals(action.get("action")))
                .map(action -> PlayedEvent.text(action, "target"))
                .toList();
    }

    private static Map<String, String> texts(Map<String, Object> members) {
        return members.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, member -> String.valueOf(member.getValue())));
    }

    private static List<Map<String, Object>> objects(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof List<?> list
                ? list.stream().map(JsonTree::members).toList()
                : List.of();
    }
}
