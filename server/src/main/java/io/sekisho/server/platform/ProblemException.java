package io.sekisho.server.platform;

import java.util.Map;

/** A request that is refused: what its sender is told. Thrown by handlers of the main port only. */
public final class ProblemException extends RuntimeException {

    private final transient HttpProblem problem;
    private final transient Map<String, String> headers;

    public ProblemException(HttpProblem problem) {
        this(problem, Map.of());
    }

    public ProblemException(HttpProblem problem, Map<String, String> headers) {
        super(problem.code());
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public HttpProblem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
