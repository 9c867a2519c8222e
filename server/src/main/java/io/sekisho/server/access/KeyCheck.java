package io.sekisho.server.access;

import io.sekisho.server.platform.HttpProblem;

/** What came of looking at the key of a request. */
public sealed interface KeyCheck {

    /** The key is known and good; whether it opens this endpoint is the endpoint's {@link Permission}. */
    record Granted(ApiKey key) implements KeyCheck {}

    /**
     * The key is not good.
     *
     * @param problem of status 401
     * @param challenge for the header WWW-Authenticate
     */
    record Refused(HttpProblem problem, String challenge) implements KeyCheck {}
}
