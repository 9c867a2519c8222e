package io.sekisho.server.access.web;

import io.sekisho.server.platform.HttpProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/** The refusals of the main port's door. */
final class Problems {

    static final HttpProblem NOT_FOUND = HttpProblem.of(
            404, "not_found", "There is nothing here", "Nothing is served at this path; /openapi lists what is.");

    static final HttpProblem NOT_SIGNED_IN = HttpProblem.of(
            401,
            "missing_key",
            "A key or a session is needed",
            "Send an API key as 'Authorization: Bearer sk_...', or sign in at /sign-in.");

    static final HttpProblem REJECTED = HttpProblem.of(
            400,
            "request_rejected",
            "The request cannot be taken",
            "Its path, method or headers hold what no client of this server sends, such as '//', ';' or '%2f' in the path.");

    private static final HttpProblem FOREIGN = HttpProblem.of(
            403,
            "cross_site",
            "The request comes from another site",
            "Only this server's own pages may send this; open the page here and try again.");

    private static final HttpProblem WITHOUT_TOKEN = HttpProblem.of(
            403,
            "csrf_token_wrong",
            "The request does not come from a page of this session",
            "Send the session's csrf_token, which GET /v1/me tells, as X-CSRF-Token or as the field _csrf.");

    private Problems() {}

    static HttpProblem foreign() {
        return FOREIGN;
    }

    static HttpProblem withoutToken() {
        return WITHOUT_TOKEN;
    }

    static HttpProblem wrongMethod(Set<HttpMethod> allowed) {
        String methods = allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return HttpProblem.of(
                405, "method_not_allowed", "Not with this method", "This path is there for " + methods + ".");
    }

    static void write(HttpServletResponse response, HttpProblem problem) throws IOException {
        byte[] body = problem.json();
        response.setStatus(problem.status());
        response.setContentType(HttpProblem.CONTENT_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
