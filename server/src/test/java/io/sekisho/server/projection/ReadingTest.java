package io.sekisho.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import io.sekisho.server.Waiting;
import io.sekisho.server.access.Scope;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The reading endpoints of a whole server: what was answered as durable is seen by the next read. */
final class ReadingTest {

    private static final String TIME = "2023-09-13T02:14:05+09:00";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static String secret;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(data).whenUp();
        secret = server.key(Scope.DECIDE, Scope.READ, Scope.WRITE);
        Projector projector = server.part(Projector.class);
        Waiting.until("the projection goes on", () -> projector.state().trouble() == null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theActivityShowsHiddenOrdersAndMarksThem() throws Exception {
        send(ShopEvents.order("act-1", TIME, "act", "act-o1"));
        send(ShopEvents.order("act-2", "2023-09-13T03:14:05+09:00", "act", "act-o2"));
        send(ShopEvents.visibility("act-3", "2023-09-13T04:14:05+09:00", "act", "act-o1", "hidden"));

        JsonNode items = ok("/v1/accounts/act/activity").get("items");

        assertThat(texts(items, "event_id")).containsExactly("act-3", "act-2", "act-1");
        assertThat(texts(items, "hidden")).containsExactly("true", "false", "true");
        JsonNode hidden = items.get(2);
        assertThat(hidden.get("type").asString()).isEqualTo("order.created");
        assertThat(hidden.get("time").asString()).isEqualTo(TIME);
        assertThat(hidden.get("order_id").asString()).isEqualTo("act-o1");
        assertThat(hidden.at("/amount/value").asLong()).isEqualTo(5000);
        assertThat(hidden.at("/amount/currency").asString()).isEqualTo("JPY");
        assertThat(hidden.get("hidden_at").asString()).isEqualTo("2023-09-13T04:14:05+09:00");
        assertThat(hidden.get("hidden_by_device").asString()).isEqualTo("d-thief");
        assertThat(hidden.get("decision").asString()).isIn("allow", "challenge", "hold", "deny");
        assertThat(hidden.get("decision_id").asString()).hasSize(26);
        assertThat(items.get(1).has("hidden_at")).isFalse();

        send(ShopEvents.visibility("act-4", "2023-09-13T05:14:05+09:00", "act", "act-o1", "shown"));
        assertThat(texts(ok("/v1/accounts/act/activity").get("items"), "hidden"))
                .containsOnly("false");
    }

    @Test
    void pagesFollowEachOtherWhileMoreComes() throws Exception {
        for (int i = 0; i < 7; i++) {
            // Of equal times, too: the order in which they came decides.
            send(ShopEvents.order("page-" + i, i < 4 ? TIME : "2023-09-14T00:00:00Z", "page", "page-o" + i));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = ok("/v1/accounts/page/activity?limit=3" + after);
            seen.addAll(texts(page.get("items"), "event_id"));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
            send(ShopEvents.order("page-late-" + seen.size(), "2023-09-15T00:00:00Z", "page", "late" + seen.size()));
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("page-6", "page-5", "page-4", "page-3", "page-2", "page-1", "page-0");
    }

    @Test
    void everyBadParameterIsNamed() throws Exception {
        send(ShopEvents.order("bad-1", TIME, "bad", "bad-o1"));
        for (String path : List.of("/v1/accounts/bad/activity", "/v1/orders", "/v1/labels")) {
            for (String limit : List.of("0", "201", "-1", "ten", "")) {
                HttpResponse<String> answer = get(path + "?after=%21&limit=" + limit);
                assertThat(answer.statusCode()).as(path + " " + limit).isEqualTo(400);
                assertThat(texts(RunningServer.json(answer).get("problems"), "pointer"))
                        .as(answer.body())
                        .contains("/after");
            }
            assertThat(get(path + "?limit=200").statusCode()).isEqualTo(200);
        }
        JsonNode problem = RunningServer.json(get("/v1/orders?limit=0&hidden=maybe&account_id=&after=%21"));
        assertThat(texts(problem.get("problems"), "pointer"))
                .containsExactly("/account_id", "/hidden", "/after", "/limit");
    }

    @Test
    void whatIsNotKnownIsNotFound() throws Exception {
        assertThat(get("/v1/accounts/nobody/activity").statusCode()).isEqualTo(404);
        HttpResponse<String> answer = get("/v1/orders/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(RunningServer.json(answer).get("code").asString()).isEqualTo("order_not_found");
    }

    @Test
    void anOrderIsToldWholeWithItsRecipient() throws Exception {
        send(ShopEvents.order("whole-1", TIME, "whole", "whole-o"));
        send(ShopEvents.event(
                "whole-2",
                "payment.authorized",
                TIME,
                "{'account_id':'whole','payment_id':'p-whole-o','order_id':'whole-o','amount':{'value':5000,'currency':"
                        + "'JPY'}}"));
        send(
                ShopEvents.event(
                        "whole-3",
                        "gift_code.issued",
                        TIME,
                        "{'account_id':'whole','code_id':'c-whole','order_id':'whole-o','amount':{'value':5000,'currency':'JPY'}}"));
        JsonNode order = ok("/v1/orders/whole-o");
        assertThat(order.get("status").asString()).isEqualTo("created");
        assertThat(order.at("/items/0/recipient/email").asString()).isEqualTo("x@example.net");
        assertThat(order.at("/items/0/category").asString()).isEqualTo("gift_code");
        assertThat(order.at("/payments/0/status").asString()).isEqualTo("authorized");
        assertThat(order.at("/payments/0/card/last4").asString()).isEqualTo("4242");
        assertThat(order.at("/codes/0/status").asString()).isEqualTo("issued");
    }

    @Test
    void ordersAreFoundByAccountAndVisibility() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(ShopEvents.order("find-" + i, TIME, "find", "find-o" + i));
        }
        send(ShopEvents.visibility("find-h", TIME, "find", "find-o2", "hidden"));
        JsonNode first = ok("/v1/orders?account_id=find&limit=3");
        assertThat(texts(first.get("items"), "order_id")).containsExactly("find-o4", "find-o3", "find-o2");
        JsonNode second = ok(
                "/v1/orders?account_id=find&limit=3&after=" + first.get("next").asString());
        assertThat(texts(second.get("items"), "order_id")).containsExactly("find-o1", "find-o0");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(texts(ok("/v1/orders?account_id=find&hidden=true").get("items"), "order_id"))
                .containsExactly("find-o2");
        assertThat(texts(ok("/v1/orders?account_id=find&hidden=false").get("items"), "order_id"))
                .hasSize(4);
    }

    @Test
    void labelsAreReadAsTheyWereApplied() throws Exception {
        for (int i = 0; i < 3; i++) {
            send(ShopEvents.event(
                    "label-" + i,
                    "label.applied",
                    TIME,
                    "{'about':'label-e','about_kind':'event','label':'" + (i == 2 ? "honest" : "takeover")
                            + "','known_at':'2023-10-01T00:00:00Z','origin':'desk'}"));
        }
        JsonNode page = ok("/v1/labels?about=label-e&limit=2");
        assertThat(texts(page.get("items"), "label")).containsExactly("honest", "takeover");
        assertThat(texts(page.get("items"), "about_kind")).containsOnly("event");
        JsonNode rest = ok("/v1/labels?about=label-e&after=" + page.get("next").asString());
        assertThat(texts(rest.get("items"), "event_id")).containsExactly("label-0");
    }

    @Test
    void everyLookAtACustomerIsWrittenDown() throws Exception {
        send(ShopEvents.order("look-1", TIME, "look", "look-o"));
        ok("/v1/accounts/look/activity");
        ok("/v1/orders/look-o");
        ok("/v1/orders?account_id=look");
        JdbcTemplate sql = new JdbcTemplate(server.part(DataSource.class));
        Waiting.until(
                "three looks are in the audit log",
                () -> sql.queryForObject(
                                "select count(*) from audit_entry where action = 'customer.viewed' and subject = ?",
                                Long.class,
                                "account:look")
                        == 3);
    }

    @Test
    void theHealthAndTheMetersTellOfTheProjection() throws Exception {
        send(ShopEvents.order("meter-1", TIME, "meter", "meter-o"));
        ok("/v1/accounts/meter/activity");
        String metrics = server.getAs(Scope.METRICS, "/actuator/prometheus").body();
        assertThat(metrics)
                .contains("sekisho_projection_lag_records 0.0", "sekisho_projection_lag_seconds 0.0")
                .contains("sekisho_projection_records_total");
        JsonNode health = RunningServer.json(server.getAs(Scope.METRICS, "/actuator/health"));
        assertThat(health.at("/components/projection/status").asString()).isEqualTo("UP");
    }

    @Test
    void theWholeServersTablesAreThoseOfItsJournal() throws SQLException, InterruptedException {
        ProjectionCheck.Findings findings = server.part(ProjectionCheck.class)
                .run(
                        server.part(DataSource.class),
                        server.part(InstantSource.class).instant());
        assertThat(findings.differences()).isEmpty();
    }

    private static void send(String event) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send(server.request("/v1/events")
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return server.send(server.request(path).header("Authorization", "Bearer " + secret));
    }

    private static JsonNode ok(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Sekisho-Lag")).isEmpty();
        return RunningServer.json(answer);
    }

    private static List<String> texts(JsonNode items, String name) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.get(name).asString()));
        return texts;
    }
}
