package io.sekisho.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** The table finds the row of a request. */
final class EndpointsTest {

    @ParameterizedTest
    @CsvSource({
        "POST,/v1/decisions,DECIDE",
        "POST,/v1/decisions/abc:replay,READ_DECISIONS",
        "GET,/v1/decisions/abc,READ_DECISIONS",
        "HEAD,/v1/decisions/abc,READ_DECISIONS",
        "GET,/v1/accounts/a%2Fb/activity,READ_CUSTOMERS",
        "POST,/v1/staff/s1:invite,MANAGE_STAFF",
        "GET,/actuator/health/readiness,PUBLIC",
        "GET,/assets/sekisho.css,PUBLIC",
        "GET,/,READ_DECISIONS",
        "GET,/live/stream,READ_DECISIONS",
        "GET,/accounts/a%20b,READ_CUSTOMERS",
        "POST,/search,READ_CUSTOMERS"
    })
    void findsTheRow(String method, String path, Permission permission) {
        assertThat(find(method, path))
                .isInstanceOfSatisfying(
                        Endpoints.Match.Found.class,
                        found -> assertThat(found.endpoint().permission()).isEqualTo(permission));
    }

    @Test
    void tellsTheMethodsOfAPath() {
        assertThat(find("DELETE", "/v1/labels"))
                .isEqualTo(new Endpoints.Match.WrongMethod(Set.of(HttpMethod.GET, HttpMethod.POST)));
        assertThat(find("POST", "/v1/decisions/abc"))
                .isEqualTo(new Endpoints.Match.WrongMethod(Set.of(HttpMethod.GET)));
    }

    @ParameterizedTest
    @CsvSource({
        "/decisions",
        "/v1",
        "/v1/decisions/",
        "/v1/decisions/a/b",
        "/actuator",
        "/actuator/env",
        "/V1/labels",
        "/error"
    })
    void doesNotKnowWhatIsNotInTheTable(String path) {
        assertThat(find("GET", path)).isEqualTo(new Endpoints.Match.Unknown());
    }

    private static Endpoints.Match find(String method, String path) {
        return Endpoints.find(HttpMethod.valueOf(method), PathContainer.parsePath(path));
    }
}
