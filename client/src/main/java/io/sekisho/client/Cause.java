package io.sekisho.client;

/** Why there is no answer that could be used. */
public enum Cause {
    /** The deadline passed without any answer. */
    TIMEOUT,
    /** The thread that waited was interrupted; its interrupt flag is set again. */
    INTERRUPTED,
    /** No connection, or it broke before the answer was complete. */
    CONNECTION_FAILED,
    /** The shop closed the client before it asked. */
    CLIENT_CLOSED,
    /** The client itself found the event wrong, and sent nothing. */
    INVALID_EVENT,
    /** 400, 413, 422: the server does not take the event; the problems say why. */
    REFUSED,
    /** 401, 403: the API key is unknown, expired, or lacks the scope. */
    NOT_PERMITTED,
    /** 409: another event was sent with this source and id before. */
    CONFLICT,
    /** 429: too many requests. */
    RATE_LIMITED,
    /** 502, 503, 504: the server takes nothing at the moment. */
    UNAVAILABLE,
    /** Any other 5xx. */
    SERVER_ERROR,
    /** Anything else: malformed, too large, about another event, or not from a gate of Sekisho at all. */
    UNUSABLE_ANSWER;

    static Cause ofStatus(int status) {
        return switch (status) {
            case 400, 413, 422 -> REFUSED;
            case 401, 403 -> NOT_PERMITTED;
            case 409 -> CONFLICT;
            case 429 -> RATE_LIMITED;
            case 502, 503, 504 -> UNAVAILABLE;
            default -> status >= 500 ? SERVER_ERROR : UNUSABLE_ANSWER;
        };
    }
}
