package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Events;
import io.sekisho.acceptance.testkit.Json;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked back: decisions whole and again, counters, activity, orders, lists and labels. */
@Tag("slow")
class ReadingTest {

    private final Instant now = Instant.now();

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static String key;

    @BeforeAll
    static void start() {
        Path data = folder.resolve("data");
        key = RunningServer.newKey(data, "decide,read,write,metrics");
        server = RunningServer.start(data, "--policy", Policies.small());
        new Projected(server, key).awaitCaughtUp();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void showsADecisionWhole() throws IOException {
        decide(Events.giftOrder("whole-1", "whole", now));
        String event = Events.giftOrder("whole-2", "whole", now);
        JsonNode answered = decide(event).json();

        JsonNode whole = get("/v1/decisions/" + answered.get("decision_id").asString(), 200);

        for (String member : answered.propertyNames()) {
            assertThat(whole.get(member)).as(member).isEqualTo(answered.get(member));
        }
        assertThat(whole.at("/features/gift_count_1h").asInt()).isEqualTo(2);
        assertThat(whole.get("event")).isEqualTo(Json.read(event));
        assertThat(whole.get("treatment").asString()).isEqualTo("decided");
        assertThat(Instant.parse(whole.get("received_at").asString()))
                .isBeforeOrEqualTo(Instant.parse(whole.get("decided_at").asString()));
    }

    @Test
    void decidesARecordedEventAgain() throws IOException {
        decide(Events.giftOrder("again-1", "again", now));
        JsonNode answered = decide(Events.giftOrder("again-2", "again", now)).json();
        String path = "/v1/decisions/" + answered.get("decision_id").asString() + ":replay";
        // What came since does not matter: it is decided as of then.
        decide(Events.giftOrder("again-3", "again", now));

        for (String policy : List.of("", "?policy=recorded", "?policy=live")) {
            Response again = server.ask(Request.of("POST", path + policy).by(key));
            assertThat(again.status()).as(again.toString()).isEqualTo(200);
            assertThat(again.text())
                    .as(policy)
                    .contains("\"decision\":\"hold\"")
                    .contains("second_gift");
        }
        assertThat(server.ask(Request.of("POST", path + "?policy=best").by(key)).code())
                .isEqualTo("invalid_parameter");
    }

    @Test
    void knowsNoDecisionThatWasNotTaken() throws IOException {
        for (String id :
                List.of("AAAAAAAAAAAAAAAAAAAAAAAAAA", "x", "-", "%20", "a".repeat(500), "../keys", "'or'1'='1")) {
            Response answer = server.ask(Request.get("/v1/decisions/" + id).by(key));
            assertThat(answer.status()).as(id + answer).isIn(400, 404);
            assertThat(answer.header("content-type")).contains("application/problem+json");
        }
        get("/v1/decisions/AAAAAAAAAAAAAAAAAAAAAAAAAA", 404);
        assertThat(server.ask(Request.of("POST", "/v1/decisions/AAAAAAAAAAAAAAAAAAAAAAAAAA:replay")
                                .by(key))
                        .code())
                .isEqualTo("decision_not_found");
    }

    @Test
    void countsByEveryKindOfKey() throws IOException {
        decide(Events.giftOrder("count-1", "count", now));

        assertThat(get("/v1/counters/account/count", 200)
                        .at("/features/gift_count_1h")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/v1/counters/account/nobody-yet", 200)
                        .at("/features/gift_count_1h")
                        .asInt())
                .isZero();
        for (String entity : List.of("session", "device", "ip", "card", "email", "recipient")) {
            assertThat(get("/v1/counters/" + entity + "/203.0.113.1", 200)
                            .get("entity")
                            .asString())
                    .isEqualTo(entity);
        }
        assertThat(get("/v1/counters/planet/mars", 404).get("code").asString()).isEqualTo("entity_not_found");
    }

    @Test
    void marksHiddenOrdersInTheActivity() throws IOException {
        decide(Events.giftOrder("hide-1", "hide", now.minusSeconds(60)));
        decide(Events.order("hide-2", "hide", now.minusSeconds(50), "books"));
        decide(hide("hide-3", "hide", "hide-1", now));

        JsonNode items = get("/v1/accounts/hide/activity", 200).get("items");

        assertThat(items).hasSize(3);
        Map<String, JsonNode> byEvent = new java.util.HashMap<>();
        items.forEach(item -> byEvent.put(item.get("event_id").asString(), item));
        assertThat(byEvent.get("hide-1").get("hidden").asBoolean()).isTrue();
        assertThat(byEvent.get("hide-1").get("hidden_by_device").asString()).isEqualTo("dev-hide");
        assertThat(byEvent.get("hide-1").at("/amount/value").asInt()).isEqualTo(5_000);
        assertThat(byEvent.get("hide-1").get("decision").asString()).isEqualTo("allow");
        assertThat(byEvent.get("hide-1").has("hidden_at")).isTrue();
        assertThat(byEvent.get("hide-2").get("hidden").asBoolean()).isFalse();
        assertThat(get("/v1/orders/hide-1", 200).get("order_id").asString()).isEqualTo("hide-1");
        assertThat(get("/v1/orders?account_id=hide&hidden=true", 200).get("items"))
                .hasSize(1);
        assertThat(get("/v1/orders?account_id=hide", 200).get("items")).hasSize(2);
    }

    @Test
    void refusesQuestionsThatCannotBeAnswered() throws IOException {
        decide(Events.login("question-1", "question", now));
        for (String query :
                List.of("limit=0", "limit=201", "limit=x", "limit=-1", "limit=99999999999", "after=x", "after=")) {
            Response answer = server.ask(
                    Request.get("/v1/accounts/question/activity?" + query).by(key));
            assertThat(answer.status()).as(query + answer).isIn(400, 422);
            assertThat(answer.json().get("problems")).as(query).isNotEmpty();
        }
        assertThat(get("/v1/accounts/nobody-at-all/activity", 404).get("code").asString())
                .isEqualTo("account_not_found");
        assertThat(get("/v1/orders/none", 404).get("code").asString()).isEqualTo("order_not_found");
        assertThat(server.ask(Request.get("/v1/orders?hidden=perhaps").by(key)).status())
                .isIn(400, 422);
    }

    @Test
    void keepsListsAndDoesEachRequestOnce() throws IOException {
        Request begin =
                change("POST", "/v1/lists", "{\"name\":\"watched\",\"items\":[{\"value\":\"a\"},{\"value\":\"b\"}]}");
        assertThat(server.ask(begin).code()).isEqualTo("idempotency_key_missing");
        Response begun = server.ask(once(begin, "list-1"));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(server.ask(once(begin, "list-1")).text()).isEqualTo(begun.text());
        Request other = change("POST", "/v1/lists", "{\"name\":\"another\"}");
        assertThat(server.ask(once(other, "list-1")).code()).isEqualTo("idempotency_key_reused");

        Request add = change("POST", "/v1/lists/watched/items", "{\"value\":\"c\",\"note\":\"seen\"}");
        assertThat(server.ask(once(add, "list-2")).status()).isEqualTo(201);
        assertThat(values("watched")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(server.ask(Request.of("DELETE", "/v1/lists/watched/items/a").by(key))
                        .status())
                .isEqualTo(204);
        assertThat(values("watched")).containsExactlyInAnyOrder("b", "c");
        assertThat(get("/v1/lists/watched", 200).get("items").asInt()).isEqualTo(2);
        assertThat(get("/v1/lists/nothing", 404).get("code").asString()).isEqualTo("list_not_found");
        assertThat(get("/v1/lists/nothing/items", 404).get("code").asString()).isEqualTo("list_not_found");
        for (String bad : List.of(
                "", "[]", "{}", "{\"name\":\"Not A Name\"}", "{\"name\":7}", "{", "{\"name\":\"x\",\"items\":7}")) {
            Response answer = server.ask(once(change("POST", "/v1/lists", bad), "bad-" + bad.length()));
            assertThat(answer.status()).as(bad + answer).isIn(400, 422);
            assertThat(answer.header("content-type")).contains("application/problem+json");
        }
    }

    @Test
    void takesALabelOnce() throws IOException {
        decide(Events.giftOrder("label-1", "label", now));
        Request label = change(
                "POST",
                "/v1/labels",
                "{\"about_kind\":\"order\",\"about\":\"label-1\",\"label\":\"takeover\",\"account_id\":\"label\"}");
        assertThat(server.ask(label).code()).isEqualTo("idempotency_key_missing");
        Response added = server.ask(once(label, "label-key-1"));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(server.ask(once(label, "label-key-1")).text()).isEqualTo(added.text());
        Request other =
                change("POST", "/v1/labels", "{\"about_kind\":\"order\",\"about\":\"label-1\",\"label\":\"honest\"}");
        assertThat(server.ask(once(other, "label-key-1")).code()).isEqualTo("idempotency_key_reused");

        JsonNode items = get("/v1/labels?about=label-1", 200).get("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("label").asString()).isEqualTo("takeover");
        for (String bad : List.of(
                "{}",
                "{\"about\":\"x\"}",
                "{\"about\":\"x\",\"label\":\"guilty\"}",
                "{\"about\":\"x\",\"label\":\"honest\",\"about_kind\":\"planet\"}",
                "{\"about\":\"x\",\"label\":\"honest\",\"known_at\":\"soon\"}")) {
            Response answer = server.ask(once(change("POST", "/v1/labels", bad), "bad-label-" + bad.length()));
            assertThat(answer.status()).as(bad + answer).isEqualTo(422);
            assertThat(answer.json().get("problems")).as(bad).isNotEmpty();
        }
    }

    private static Response decide(String event) throws IOException {
        Response answer = server.askGate(Request.post("/v1/decisions", event).by(key));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static JsonNode get(String path, int status) throws IOException {
        Response answer = server.ask(Request.get(path).by(key));
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(status);
        return answer.json();
    }

    private static Request change(String method, String path, String body) {
        Request request = Request.post(path, body).by(key);
        return new Request(method, path, request.headers(), request.body(), false);
    }

    private static Request once(Request request, String idempotencyKey) {
        return request.with("Idempotency-Key: \"" + idempotencyKey + "\"");
    }

    private static List<String> values(String list) throws IOException {
        return get("/v1/lists/" + list + "/items", 200)
                .get("items")
                .valueStream()
                .map(item -> item.get("value").asString())
                .toList();
    }

    private static String hide(String id, String account, String order, Instant time) {
        ObjectNode event = (ObjectNode) Json.read(Events.login(id, account, time));
        event.put("type", "order.visibility_changed");
        ObjectNode data = event.putObject("data");
        data.put("account_id", account).put("device_id", "dev-hide").put("visibility", "hidden");
        data.putArray("order_ids").add(order);
        return event.toString();
    }
}
