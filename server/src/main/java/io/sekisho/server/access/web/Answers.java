package io.sekisho.server.access.web;

import io.sekisho.server.access.staff.SignInResult;
import io.sekisho.server.access.staff.Visitor;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the handlers of this package read from requests and write into answers. */
final class Answers {

    /** Where one is when one has signed in. */
    static final String HOME = "/";

    static final String ACCOUNT = "/account";

    private static final Duration DEVICE_KEPT = Duration.ofDays(180);

    /** The browser forgets it when it closes; the server ends it after twelve hours at the latest. */
    private static final Duration WITH_THE_BROWSER = Duration.ofSeconds(-1);

    private Answers() {}

    static ResponseEntity<byte[]> json(int status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new CanonicalJson().write(body).getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> text(String json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> problem(HttpProblem problem) {
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, HttpProblem.CONTENT_TYPE)
                .body(problem.json());
    }

    /** The members of a JSON object; what is wrong with it is added to the problems. */
    static Map<String, Object> members(byte[] body, List<HttpProblem.Item> problems) {
        List<JsonProblem> found = new ArrayList<>();
        Optional<Object> tree = JsonTree.read(body, 0, body.length, found);
        found.forEach(problem ->
                problems.add(new HttpProblem.Item(null, problem.pointer(), problem.code(), problem.detail())));
        Map<String, Object> members = new LinkedHashMap<>();
        if (tree.orElse(null) instanceof Map<?, ?> read) {
            read.forEach((name, value) -> members.put(String.valueOf(name), value));
        } else if (found.isEmpty()) {
            problems.add(new HttpProblem.Item(null, "", "invalid_type", "The body is a JSON object."));
        }
        return members;
    }

    static HttpProblem unreadable(List<HttpProblem.Item> problems) {
        return new HttpProblem(
                400,
                "invalid_json",
                "The body cannot be read",
                "Send one JSON object; see problems.",
                problems,
                Map.of());
    }

    static Visitor visitor(HttpServletRequest request) {
        return new Visitor(
                request.getRemoteAddr(),
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""),
                SessionCookie.of(request, SessionCookie.DEVICE));
    }

    static void letIn(HttpServletRequest request, HttpServletResponse response, SignInResult.Opened opened) {
        add(response, SessionCookie.set(request, SessionCookie.SESSION, opened.session(), WITH_THE_BROWSER));
        add(response, SessionCookie.set(request, SessionCookie.DEVICE, opened.device(), DEVICE_KEPT));
    }

    static void letOut(HttpServletRequest request, HttpServletResponse response) {
        add(response, SessionCookie.set(request, SessionCookie.SESSION, "", Duration.ZERO));
    }

    static void add(HttpServletResponse response, String cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }
}
