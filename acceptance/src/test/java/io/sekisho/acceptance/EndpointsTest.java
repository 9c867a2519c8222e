package io.sekisho.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint with every key that opens it or does not. */
@Tag("slow")
class EndpointsTest {

    private static final List<String> SCOPES = List.of("decide", "read", "write", "metrics");
    private static final Set<String> NOBODY = Set.of();

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static final Map<String, String> KEYS = new HashMap<>();

    /**
     * An endpoint as the contract has it.
     *
     * @param scopes of which a key needs one; none where keys are not let in at all
     */
    record Endpoint(String method, String path, Set<String> scopes) {

        /** With something in the place of each name in braces. */
        Request request() {
            String filled = path.replaceAll("\\{[^}]*}", "x1");
            return method.equals("GET")
                    ? Request.get(filled)
                    : new Request(method, filled, List.of(), new byte[0], false);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void start() {
        Path data = folder.resolve("data");
        SCOPES.forEach(scope -> KEYS.put(scope, RunningServer.newKey(data, scope)));
        server = RunningServer.start(data);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    static Stream<Endpoint> endpoints() {
        Set<String> decide = Set.of("decide");
        Set<String> read = Set.of("read");
        Set<String> write = Set.of("write");
        return Stream.of(
                new Endpoint("POST", "/v1/decisions", decide),
                new Endpoint("POST", "/v1/events", decide),
                new Endpoint("GET", "/v1/decisions/{id}", read),
                new Endpoint("POST", "/v1/decisions/{id}:replay", read),
                new Endpoint("GET", "/v1/accounts/{id}/activity", read),
                new Endpoint("GET", "/v1/accounts/{id}/notices", read),
                new Endpoint("GET", "/v1/counters/{entity}/{key}", read),
                new Endpoint("GET", "/v1/orders", read),
                new Endpoint("GET", "/v1/orders/{id}", read),
                new Endpoint("GET", "/v1/lists", read),
                new Endpoint("POST", "/v1/lists", write),
                new Endpoint("GET", "/v1/lists/{name}", read),
                new Endpoint("GET", "/v1/lists/{name}/items", read),
                new Endpoint("POST", "/v1/lists/{name}/items", write),
                new Endpoint("DELETE", "/v1/lists/{name}/items", write),
                new Endpoint("DELETE", "/v1/lists/{name}/items/{value}", write),
                new Endpoint("GET", "/v1/labels", read),
                new Endpoint("POST", "/v1/labels", Set.of("write", "decide")),
                new Endpoint("GET", "/", read),
                new Endpoint("GET", "/decisions/{id}", read),
                new Endpoint("GET", "/accounts/{id}", read),
                new Endpoint("GET", "/orders/{id}", read),
                new Endpoint("POST", "/search", read),
                new Endpoint("GET", "/actuator/prometheus", Set.of("metrics")),
                new Endpoint("GET", "/v1/audit", NOBODY),
                new Endpoint("GET", "/v1/staff", NOBODY),
                new Endpoint("POST", "/v1/staff", NOBODY),
                new Endpoint("GET", "/v1/staff/{id}", NOBODY),
                new Endpoint("PATCH", "/v1/staff/{id}", NOBODY),
                new Endpoint("POST", "/v1/staff/{id}:invite", NOBODY),
                new Endpoint("DELETE", "/v1/staff/{id}/sessions", NOBODY),
                new Endpoint("GET", "/v1/me", NOBODY));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void opensToItsScopesAlone(Endpoint endpoint) throws IOException {
        assertRefused(server.ask(endpoint.request()), 401, "missing_key");
        assertRefused(server.ask(endpoint.request().by("sk_not_a_key")), 401, "invalid_key");
        assertRefused(
                server.ask(endpoint.request().with("Cookie: sekisho_session=made-up; JSESSIONID=x")),
                401,
                "missing_key");
        for (String scope : SCOPES) {
            Response answer = server.ask(endpoint.request().by(KEYS.get(scope)));
            if (endpoint.scopes().contains(scope)) {
                assertThat(answer.status()).as(scope + " " + answer).isNotIn(401, 403, 500, 405);
            } else {
                assertRefused(answer, 403, "forbidden");
                assertThat(needed(answer)).as(scope).isEqualTo(new TreeSet<>(endpoint.scopes()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void knowsNoOtherMethod(Endpoint endpoint) throws IOException {
        String other = "TRACE PUT PATCH DELETE POST GET";
        Set<String> known = endpoints()
                .filter(one -> one.path().equals(endpoint.path()))
                .map(Endpoint::method)
                .collect(Collectors.toSet());
        for (String method : other.split(" ", -1)) {
            if (!known.contains(method)) {
                Response answer =
                        server.ask(new Request(method, endpoint.request().path(), List.of(), new byte[0], false));
                // The server in front of ours knows no TRACE at all, and a path may fit two patterns.
                assertThat(answer.status()).as(method + " " + answer).isIn(400, 401, 405);
                assertThat(answer.header("content-type")).as(method).contains("application/problem+json");
            }
        }
    }

    /** What is described is tested here; what is tested is described. */
    @Test
    void areThoseOfTheDescription() throws IOException {
        Set<String> described = new TreeSet<>();
        var paths = server.ask(Request.get("/openapi")).json().get("paths");
        assertThat(server.ask(Request.get("/openapi")).json().get("openapi").asString())
                .startsWith("3.1");
        for (String path : paths.propertyNames()) {
            for (String method : paths.get(path).propertyNames()) {
                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }

        assertThat(endpoints().map(Endpoint::toString))
                .containsAll(described.stream()
                        .filter(endpoint -> endpoint.contains(" /v1/"))
                        .toList());
    }

    @Test
    void tellsItsHealthToAnybodyAndItsPartsToThoseWithMetrics() throws IOException {
        for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            Response answer = server.ask(Request.get(path));
            assertThat(answer.status()).as(path + answer).isEqualTo(200);
            assertThat(answer.json().path("components").isMissingNode())
                    .as(answer.toString())
                    .isTrue();
        }
        Response parts = server.ask(Request.get("/actuator/health").by(KEYS.get("metrics")));
        assertThat(parts.json().path("components").propertyNames()).contains("database", "decision", "doors");
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans", "/error")) {
            assertThat(server.ask(Request.get(path).by(KEYS.get("metrics"))).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.header("content-type")).contains("application/problem+json");
    }

    private static Set<String> needed(Response answer) {
        Set<String> scopes = new TreeSet<>();
        answer.json().get("needed_scopes").forEach(scope -> scopes.add(scope.asString()));
        return scopes;
    }
}
