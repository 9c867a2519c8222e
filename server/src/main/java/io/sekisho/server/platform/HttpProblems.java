package io.sekisho.server.platform;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The problems that are the server's own and no module's: every HTTP status as problem+json. */
public final class HttpProblems {

    /** What a client does with an unavailable database: it asks again after so many seconds. */
    public static final int RETRY_SECONDS = 5;

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request is not HTTP as this server reads it: look at the address, the headers and the body.",
            401, "This needs an API key (Authorization: Bearer ...) or a signed-in session.",
            403, "Who asks may not do this.",
            404, "There is nothing at this address: /openapi lists what there is.",
            405, "This address does not know that method: the header Allow names those that it knows.",
            406, "The answer is JSON: let Accept allow application/json.",
            413, "The request is larger than what is taken at this address: send less at a time.",
            415, "The body is of a type that is not taken here: the header Accept names those that are.",
            431, "The headers are too large.",
            503, "The server is not ready; ask again.");

    private HttpProblems() {}

    /** Of a status that says it all. */
    public static HttpProblem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        String detail = DETAILS.getOrDefault(status, "The server answers with the status " + status + ".");
        return HttpProblem.of(status, code(title), title, detail);
    }

    /** Our own mistake; the number stands in the log beside what happened. */
    public static HttpProblem internal(String incident) {
        return HttpProblem.of(
                        500,
                        "internal_error",
                        "Internal Server Error",
                        "This should not have happened. The server's log tells more under the incident's number.")
                .with("incident", incident);
    }

    /** To be sent with the header Retry-After. */
    public static HttpProblem unavailable(UnavailableException away) {
        return HttpProblem.of(503, away.dependency() + "_unavailable", "Service Unavailable", away.detail());
    }

    private static String code(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    }
}
