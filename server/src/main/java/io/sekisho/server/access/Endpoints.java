package io.sekisho.server.access;

import static io.sekisho.server.access.Permission.ADD_LABELS;
import static io.sekisho.server.access.Permission.CHANGE_LISTS;
import static io.sekisho.server.access.Permission.DECIDE;
import static io.sekisho.server.access.Permission.MANAGE_STAFF;
import static io.sekisho.server.access.Permission.METRICS;
import static io.sekisho.server.access.Permission.OWN_SESSION;
import static io.sekisho.server.access.Permission.PUBLIC;
import static io.sekisho.server.access.Permission.READ_AUDIT;
import static io.sekisho.server.access.Permission.READ_CUSTOMERS;
import static io.sekisho.server.access.Permission.READ_DECISIONS;
import static io.sekisho.server.access.Permission.READ_LABELS;
import static io.sekisho.server.access.Permission.READ_LISTS;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/** Every endpoint of the main port with its permission. What is not in this table is not served. */
public final class Endpoints {

    private static final List<Endpoint> ALL = List.of(
            Endpoint.of(POST, "/v1/decisions", DECIDE),
            Endpoint.of(POST, "/v1/events", DECIDE),
            Endpoint.of(GET, "/v1/decisions/{id}", READ_DECISIONS),
            Endpoint.of(POST, "/v1/decisions/{id}:replay", READ_DECISIONS),
            Endpoint.of(GET, "/v1/policies", READ_DECISIONS),
            Endpoint.of(GET, "/v1/policies/{version}", READ_DECISIONS),
            Endpoint.of(GET, "/v1/accounts/{id}/activity", READ_CUSTOMERS),
            Endpoint.of(GET, "/v1/accounts/{id}/notices", READ_CUSTOMERS),
            Endpoint.of(GET, "/v1/counters/{entity}/{key}", READ_CUSTOMERS),
            Endpoint.of(GET, "/v1/orders", READ_CUSTOMERS),
            Endpoint.of(GET, "/v1/orders/{id}", READ_CUSTOMERS),
            Endpoint.of(GET, "/v1/lists", READ_LISTS),
            Endpoint.of(GET, "/v1/lists/{name}", READ_LISTS),
            Endpoint.of(GET, "/v1/lists/{name}/items", READ_LISTS),
            Endpoint.of(POST, "/v1/lists", CHANGE_LISTS),
            Endpoint.of(POST, "/v1/lists/{name}/items", CHANGE_LISTS),
            Endpoint.of(DELETE, "/v1/lists/{name}/items", CHANGE_LISTS),
            Endpoint.of(DELETE, "/v1/lists/{name}/items/{value}", CHANGE_LISTS),
            Endpoint.of(GET, "/v1/labels", READ_LABELS),
            Endpoint.of(POST, "/v1/labels", ADD_LABELS),
            Endpoint.of(GET, "/v1/audit", READ_AUDIT),
            Endpoint.of(GET, "/v1/staff", MANAGE_STAFF),
            Endpoint.of(POST, "/v1/staff", MANAGE_STAFF),
            Endpoint.of(GET, "/v1/staff/{id}", MANAGE_STAFF),
            Endpoint.of(PATCH, "/v1/staff/{id}", MANAGE_STAFF),
            Endpoint.of(POST, "/v1/staff/{id}:invite", MANAGE_STAFF),
            Endpoint.of(DELETE, "/v1/staff/{id}/sessions", MANAGE_STAFF),
            Endpoint.of(GET, "/v1/me", OWN_SESSION),
            Endpoint.of(GET, "/", READ_DECISIONS),
            Endpoint.of(GET, "/live/stream", READ_DECISIONS),
            Endpoint.of(GET, "/decisions/{id}", READ_DECISIONS),
            Endpoint.of(GET, "/accounts", READ_CUSTOMERS),
            Endpoint.of(GET, "/accounts/{id}", READ_CUSTOMERS),
            Endpoint.of(GET, "/orders", READ_CUSTOMERS),
            Endpoint.of(GET, "/orders/{id}", READ_CUSTOMERS),
            Endpoint.of(POST, "/search", READ_CUSTOMERS),
            Endpoint.of(GET, "/account", OWN_SESSION),
            Endpoint.of(POST, "/account/sessions/{id}/revoke", OWN_SESSION),
            Endpoint.of(POST, "/sign-out", OWN_SESSION),
            Endpoint.of(GET, "/demo/enter", PUBLIC),
            Endpoint.of(GET, "/demo/mailbox", OWN_SESSION),
            Endpoint.of(GET, "/demo/mailbox/{id}", OWN_SESSION),
            Endpoint.of(GET, "/demo/mailbox/{id}/html", OWN_SESSION),
            Endpoint.of(GET, "/sign-in", PUBLIC),
            Endpoint.of(POST, "/sign-in", PUBLIC),
            Endpoint.of(POST, "/sign-in/passkey/options", PUBLIC),
            Endpoint.of(POST, "/sign-in/passkey", PUBLIC),
            Endpoint.of(GET, "/enrol", PUBLIC),
            Endpoint.of(POST, "/enrol/password", PUBLIC),
            Endpoint.of(POST, "/enrol/code", PUBLIC),
            Endpoint.of(POST, "/enrol/passkey/options", PUBLIC),
            Endpoint.of(POST, "/enrol/passkey", PUBLIC),
            Endpoint.of(GET, "/assets/{*path}", PUBLIC),
            Endpoint.of(GET, "/openapi", PUBLIC),
            Endpoint.of(GET, "/openapi.yaml", PUBLIC),
            Endpoint.of(GET, "/actuator/health", PUBLIC),
            Endpoint.of(GET, "/actuator/health/{*group}", PUBLIC),
            Endpoint.of(GET, "/actuator/prometheus", METRICS));

    private Endpoints() {}

    /** What the table says of a request. */
    public sealed interface Match {

        record Found(Endpoint endpoint) implements Match {}

        /** The path is there, for these methods. */
        record WrongMethod(Set<HttpMethod> allowed) implements Match {}

        record Unknown() implements Match {}
    }

    /** All rows. */
    public static List<Endpoint> all() {
        return ALL;
    }

    /** The row of a request; where several patterns fit, the most specific one's. */
    public static Match find(HttpMethod method, PathContainer path) {
        List<Endpoint> fitting = ALL.stream()
                .filter(endpoint -> endpoint.path().matches(path))
                .sorted((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.path(), b.path()))
                .toList();
        if (fitting.isEmpty()) {
            return new Match.Unknown();
        }
        return fitting.stream()
                .filter(endpoint -> endpoint.answers(method))
                .findFirst()
                .<Match>map(Match.Found::new)
                .orElseGet(() -> new Match.WrongMethod(
                        fitting.stream().map(Endpoint::method).collect(Collectors.toSet())));
    }
}
