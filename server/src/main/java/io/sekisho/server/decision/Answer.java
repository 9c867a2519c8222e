package io.sekisho.server.decision;

import io.sekisho.server.platform.HttpProblem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer over HTTP, the same at both doors.
 *
 * @param body not a copy
 */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {

    private static final String JSON = "application/json";

    public Answer {
        headers = Map.copyOf(headers);
    }

    static Answer json(int status, byte[] body) {
        return new Answer(status, JSON, body, Map.of());
    }

    /** A problem as an answer. */
    public static Answer of(HttpProblem problem) {
        return new Answer(problem.status(), HttpProblem.CONTENT_TYPE, problem.json(), Map.of());
    }

    /** The same answer with more headers. */
    public Answer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, contentType, body, all);
    }
}
