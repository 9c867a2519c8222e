package io.sekisho.server.access.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Field;
import io.sekisho.engine.event.Shape;
import io.sekisho.server.RunningServer;
import io.sekisho.server.access.Endpoint;
import io.sekisho.server.access.Endpoints;
import io.sekisho.server.access.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description tells all that there is, and what is answered is what it tells. */
final class ApiDescriptionTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static JsonNode description;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(RunningServer.settings(data, "jdbc:postgresql://localhost:1/nobody"));
        description = RunningServer.json(server.get("/openapi"));
        key = server.key(Scope.DECIDE, Scope.READ, Scope.WRITE, Scope.METRICS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsOfEveryHandlerWhatItTakesAndGives() {
        List<Endpoint> served = Endpoints.all().stream()
                .filter(endpoint -> pattern(endpoint).startsWith("/v1/"))
                .filter(ApiDescriptionTest::hasHandler)
                .toList();

        assertThat(served).hasSizeGreaterThan(10);
        assertThat(served).allSatisfy(endpoint -> {
            JsonNode operation = operation(endpoint);
            assertThat(operation.path("summary").asString("")).isNotEmpty();
            assertThat(operation.path("operationId").asString("")).isNotEmpty();
            assertThat(operation.at("/x-permission/name").asString(""))
                    .isEqualTo(endpoint.permission().name());
            assertThat(operation.at("/x-permission/scopes").size())
                    .isEqualTo(endpoint.permission().scopes().size());
            assertThat(operation.path("parameters")).allSatisfy(ApiDescriptionTest::isDescribed);
            assertThat(operation.path("responses").size()).isGreaterThan(3);
            operation.path("responses").forEachEntry(ApiDescriptionTest::hasSchema);
            boolean hasBody = Set.of(HttpMethod.POST, HttpMethod.PATCH).contains(endpoint.method())
                    && !pattern(endpoint).contains(":");
            assertThat(operation.at("/requestBody/content").size() > 0).isEqualTo(hasBody);
        });
    }

    @Test
    void tellsOfNothingThatIsNotInTheTable() {
        JsonNode kept = resource("operations.json");

        kept.forEachEntry((path, item) -> item.propertyNames()
                .forEach(method -> assertThat(Endpoints.find(
                                HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                                PathContainer.parsePath(path)))
                        .as(method + " " + path)
                        .isInstanceOf(Endpoints.Match.Found.class)));
        assertThat(description.path("paths").propertyNames())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/v1/") || path.startsWith("/actuator/"));
    }

    @Test
    void leadsNowhereInto() {
        Set<String> references = description.findValues("$ref").stream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(references).hasSizeGreaterThan(50).allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(description.at(reference.substring(1)).isObject()).isTrue();
        });
        description
                .path("components")
                .path("schemas")
                .propertyNames()
                .forEach(name -> assertThat(JSON.writeValueAsString(description.at("/components/schemas/" + name)))
                        .as(name)
                        .hasSizeGreaterThan(10));
    }

    @Test
    void saysOfEachFieldOfEventsWhatItHolds() {
        Set<String> fields = new TreeSet<>();
        for (EventType type : EventType.values()) {
            collect(type.data().fields(), fields);
        }

        assertThat(resource("fields.json").propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void tellsEventsFromOtherThings() {
        JsonNode order = example("/v1/decisions", "order");
        String text = JSON.writeValueAsString(order);

        assertThat(faults("Event", text)).isEmpty();
        assertThat(faults("Event", JSON.writeValueAsString(example("/v1/decisions", "login"))))
                .isEmpty();
        assertThat(faults("Event", text.replace("order.created", "custom.order")))
                .isNotEmpty();
        assertThat(faults("Event", text.replace("order.created", "order.updated")))
                .isEmpty();
        assertThat(faults("Event", text.replace("order.created", "order.invented")))
                .isNotEmpty();
        String withoutAmount = text.replaceFirst("\"amount\":\\{[^}]*},", "");
        assertThat(faults("Event", withoutAmount)).isNotEmpty();
        assertThat(faults("Event", withoutAmount.replace("order.created", "order.updated")))
                .isEmpty();
    }

    @Test
    void tellsWhatIsAnswered() throws Exception {
        String order = JSON.writeValueAsString(example("/v1/decisions", "order"));
        JsonNode decision = answer("POST", "/v1/decisions", order, 200, "Decision");
        String decided = "/v1/decisions/" + decision.get("decision_id").asString();
        answer("GET", decided, "", 200, "RecordedDecision");
        answer("POST", decided + ":replay", "", 200, "Replay");
        answer("POST", "/v1/events", "[" + order + "]", 202, "BatchReceipt");
        answer("GET", "/v1/counters/account/a1", "", 200, "Counters");
        answer("POST", "/v1/labels", body("/v1/labels"), 201, "AddedLabel");
        answer("POST", "/v1/lists", body("/v1/lists"), 201, "List");
        answer("POST", "/v1/lists/vip_customers/items", body("/v1/lists/{name}/items"), 201, "List");
        answer("GET", "/v1/lists", "", 200, "Lists");
        answer("GET", "/v1/lists/vip_customers/items", "", 200, "ListItems");
        answer("GET", "/actuator/health", "", 200, "Health");
    }

    /** Late enough to be decided, which the example of the description is not for long. */
    @Test
    void tellsWhatIsDecided() throws Exception {
        String now = server.part(java.time.InstantSource.class).instant().toString();
        String order = JSON.writeValueAsString(example("/v1/decisions", "order"))
                .replace("\"e1\"", "\"e-now\"")
                .replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"" + now + "\"");

        JsonNode decision = answer("POST", "/v1/decisions", order, 200, "Decision");

        assertThat(decision.get("status").asString()).isEqualTo("evaluated");
        assertThat(answer("GET", "/v1/decisions/" + decision.get("decision_id").asString(), "", 200, "RecordedDecision")
                        .get("features")
                        .size())
                .isPositive();
    }

    @Test
    void tellsWhatIsRefused() throws Exception {
        String order = JSON.writeValueAsString(example("/v1/decisions", "order"));
        JsonNode invalid = answer("POST", "/v1/decisions", order.replace("5000,", "\"x\","), 422, "Problem");
        assertThat(invalid.has("fail_policy")).isTrue();
        assertThat(invalid.get("problems")).isNotEmpty();
        answer("POST", "/v1/events", "", 422, "Problem");
        answer("GET", "/v1/decisions/none", "", 404, "Problem");
        answer("GET", "/v1/audit", "", 403, "Problem");
        answer("GET", "/v1/nothing", "", 404, "Problem");
        assertThat(JsonShape.faults(description, "Problem", RunningServer.json(server.get("/v1/lists"))))
                .isEmpty();
    }

    private static JsonNode answer(String method, String path, String body, int status, String schema)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = server.request(path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"" + method + path + "\"")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> answer = server.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode told = RunningServer.json(answer);
        assertThat(JsonShape.faults(description, schema, told))
                .as(answer.body())
                .isEmpty();
        return told;
    }

    private static List<String> faults(String component, String json) {
        return JsonShape.faults(description, component, JSON.readTree(json));
    }

    private static JsonNode example(String path, String name) {
        return description
                .path("paths")
                .path(path)
                .at("/post/requestBody/content/application~1json/examples/" + name + "/value");
    }

    private static String body(String path) {
        return JSON.writeValueAsString(
                description.path("paths").path(path).at("/post/requestBody/content/application~1json/example"));
    }

    private static JsonNode operation(Endpoint endpoint) {
        return description
                .path("paths")
                .path(pattern(endpoint))
                .path(endpoint.method().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String pattern(Endpoint endpoint) {
        return endpoint.path().getPatternString();
    }

    private static boolean hasHandler(Endpoint endpoint) {
        return server.part(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .anyMatch(mapping -> mapping.getPatternValues().contains(pattern(endpoint))
                        && mapping.getMethodsCondition().getMethods().stream()
                                .anyMatch(method ->
                                        method.name().equals(endpoint.method().name())));
    }

    private static void isDescribed(JsonNode parameter) {
        JsonNode told = parameter.has("$ref")
                ? description.at(parameter.get("$ref").asString().substring(1))
                : parameter;
        assertThat(told.path("description").asString("")).as(told.toString()).isNotEmpty();
        assertThat(told.path("name").asString("")).isNotIn("caller", "person", "Content-Type");
    }

    private static void hasSchema(String status, JsonNode written) {
        JsonNode response = written.has("$ref")
                ? description.at(written.get("$ref").asString().substring(1))
                : written;
        assertThat(response.path("description").asString("")).isNotEmpty();
        if (!status.equals("204")) {
            assertThat(response.path("content")).as(status).isNotEmpty().allMatch(media -> media.has("schema"));
        }
    }

    private static void collect(Collection<Field> fields, Set<String> names) {
        for (Field field : fields) {
            names.add(field.name());
            Shape shape = field.shape() instanceof Shape.Many many ? many.of() : field.shape();
            if (shape instanceof Shape.Group group) {
                collect(group.fields(), names);
            }
        }
    }

    private static JsonNode resource(String name) {
        InputStream in = Objects.requireNonNull(
                ApiDescriptionTest.class.getResourceAsStream("/io/sekisho/server/openapi/" + name));
        return JSON.readTree(in);
    }
}
