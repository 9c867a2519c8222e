package io.sekisho.server.access;

import io.sekisho.server.platform.HttpProblem;

/** Why a key is refused. None of these repeats what was sent. */
final class Refusals {

    static final String CHALLENGE = "Bearer realm=\"sekisho\"";

    static final KeyCheck MISSING = new KeyCheck.Refused(
            HttpProblem.of(
                    401,
                    "missing_key",
                    "A key is needed",
                    "Send an API key as 'Authorization: Bearer sk_...'; './sekisho key create' makes one."),
            CHALLENGE);

    static final KeyCheck INVALID = refused(
            "invalid_key",
            "The key is not known",
            "The Authorization header holds no key that this server knows; './sekisho key list' shows those it does.");

    static final KeyCheck EXPIRED = refused(
            "expired_key", "The key has expired", "Make a new one with './sekisho key create' and use that instead.");

    static final KeyCheck REVOKED = refused(
            "revoked_key", "The key was revoked", "Make a new one with './sekisho key create' and use that instead.");

    private Refusals() {}

    private static KeyCheck refused(String code, String title, String detail) {
        return new KeyCheck.Refused(HttpProblem.of(401, code, title, detail), CHALLENGE + ", error=\"invalid_token\"");
    }
}
