package io.sekisho.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.access.Endpoint;
import io.sekisho.server.access.Endpoints;
import io.sekisho.server.access.IssuedKey;
import io.sekisho.server.access.Permission;
import io.sekisho.server.access.Role;
import io.sekisho.server.access.Scope;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table with every role, every scope and nobody, over HTTP; and what else the door does. */
final class DoorTest {

    /** Said again here, so that a change of the table is a change of two places. */
    private static final Map<String, List<String>> LETS_IN = Arrays.stream("""
                    PUBLIC: nobody decide read write metrics analyst agent lead auditor admin
                    DECIDE: decide
                    READ_DECISIONS: read analyst agent lead auditor admin
                    READ_CUSTOMERS: read analyst agent lead auditor admin
                    READ_LISTS: read analyst agent lead auditor admin
                    CHANGE_LISTS: write analyst lead admin
                    READ_LABELS: read analyst agent lead auditor admin
                    ADD_LABELS: write decide analyst agent lead admin
                    METRICS: metrics admin
                    MANAGE_STAFF: admin
                    READ_AUDIT: auditor admin
                    OWN_SESSION: analyst agent lead auditor admin
                    """.split("\n"))
            .map(line -> line.split(": "))
            .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1].split(" "))));

    private static final String NOBODY = "nobody";

    @TempDir
    static Path folder;

    private static DoorServer server;

    @BeforeAll
    static void open() throws IOException {
        server = new DoorServer(folder.resolve("keys"));
    }

    @AfterAll
    static void shut() throws IOException {
        server.close();
    }

    static List<Endpoint> rows() {
        return Endpoints.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowLetsInWhomItNamesAndNobodyElse(Endpoint row) throws IOException, InterruptedException {
        List<String> welcome = LETS_IN.get(row.permission().name());
        for (Scope scope : Scope.values()) {
            IssuedKey key = server.fixture.issue(scope);
            expect(row, scope.word(), welcome, send(row, "Authorization", "Bearer " + key.secret()));
            server.fixture.time.pass(Duration.ofSeconds(1));
        }
        for (Role role : Role.values()) {
            expect(row, role.word(), welcome, send(row, "Cookie", cookie(role), "X-CSRF-Token", DoorServer.TOKEN));
        }
        expect(row, NOBODY, welcome, send(row));
    }

    private static void expect(Endpoint row, String who, List<String> welcome, HttpResponse<String> answer) {
        int refusal = who.equals(NOBODY) ? 401 : 403;
        assertThat(answer.statusCode())
                .as("%s %s by %s: %s", row.method(), row.path(), who, answer.body())
                .isEqualTo(welcome.contains(who) ? 200 : refusal);
        if (answer.statusCode() != 200) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void everyPermissionIsSaidHere() {
        assertThat(LETS_IN.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Permission.values()).map(Enum::name).toList());
        assertThat(Endpoints.all().stream().map(Endpoint::permission).distinct())
                .containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void aRefusalNamesWhatIsNeeded() throws IOException, InterruptedException {
        String secret = server.fixture.issue(Scope.READ).secret();

        HttpResponse<String> answer = server.send("POST", "/v1/lists", "Authorization", "Bearer " + secret);

        assertThat(answer.body())
                .contains("\"code\":\"forbidden\"")
                .contains("\"needed_scopes\":[\"write\"]")
                .contains("\"needed_roles\":[\"admin\",\"analyst\",\"lead\"]");
    }

    @Test
    void aWrongKeyIsToldSoAndIsNoPassToPagesOfSessions() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                server.send("GET", "/v1/labels", "Authorization", "Bearer sk_nonsense", "Cookie", cookie(Role.ADMIN));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"invalid_key\"").doesNotContain("nonsense");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer realm=");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/nothing,404",
        "GET,/v1/decisions/,404",
        "DELETE,/v1/labels,405",
        "OPTIONS,/v1/labels,405",
        "TRACE,/v1/labels,405"
    })
    void whatIsNotInTheTableIsNotServed(String method, String path, int status)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send(method, path, "Cookie", cookie(Role.ADMIN));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void theMethodsOfAPathAreTold() throws IOException, InterruptedException {
        assertThat(server.send("DELETE", "/v1/labels").headers().allValues("Allow"))
                .containsExactlyInAnyOrder("GET", "POST");
    }

    @ParameterizedTest
    @CsvSource({"/v1/labels;x=1", "//v1/labels", "/v1/%2e%2e/labels"})
    void aTrickyPathIsRejected(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send("GET", path, "Cookie", cookie(Role.ADMIN));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aChangeThroughASessionNeedsItsToken() throws IOException, InterruptedException {
        HttpResponse<String> without = server.send("POST", "/v1/labels", "Cookie", cookie(Role.LEAD));
        HttpResponse<String> wrong =
                server.send("POST", "/v1/labels", "Cookie", cookie(Role.LEAD), "X-CSRF-Token", "another");
        HttpResponse<String> foreign = server.send(
                "POST",
                "/v1/labels",
                "Cookie",
                cookie(Role.LEAD),
                "X-CSRF-Token",
                DoorServer.TOKEN,
                "Sec-Fetch-Site",
                "cross-site");
        HttpResponse<String> inAField =
                server.send("POST", "/v1/labels?_csrf=" + DoorServer.TOKEN, "Cookie", cookie(Role.LEAD));

        assertThat(List.of(without, wrong, foreign)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("csrf_token_wrong");
        });
        assertThat(inAField.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site,403",
        "Sec-Fetch-Site,same-site,403",
        "Sec-Fetch-Site,same-origin,200",
        "Origin,https://evil.example,403",
        "Origin,null,403"
    })
    void noOtherSiteSignsIn(String header, String value, int status) throws IOException, InterruptedException {
        assertThat(server.send("POST", "/sign-in", header, value).statusCode()).isEqualTo(status);
    }

    @Test
    void whoWantsAPageIsLedToTheSignIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send("GET", "/account", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in");
    }

    @Test
    void everyAnswerCarriesTheHeadersOfSecurity() throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send("GET", "/sign-in");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void aKeysQuotaIsToldAndHeld() throws IOException, InterruptedException {
        String header = "Bearer " + server.fixture.issueWithQuota(1, Scope.READ).secret();
        HttpResponse<String> first = server.send("GET", "/v1/labels", "Authorization", header);
        HttpResponse<String> second = server.send("GET", "/v1/labels", "Authorization", header);

        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"default\";q=1;w=60");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"default\";r=0;t=");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).isPresent();
        assertThat(second.body()).contains("\"code\":\"quota_exceeded\"");
    }

    private static HttpResponse<String> send(Endpoint row, String... headers) throws IOException, InterruptedException {
        String path =
                row.path().getPatternString().replace("{*group}", "readiness").replaceAll("\\{[^}]*}", "x1");
        return server.send(row.method().name(), path, headers);
    }

    private static String cookie(Role role) {
        return SessionCookie.SESSION + "=" + role.word();
    }
}
