package io.sekisho.server.access;

/**
 * A person with the session through which the request came.
 *
 * @param sessionId public; the session's secret is only in the cookie
 * @param csrfToken which a request that changes something has to bring, in {@code X-CSRF-Token} or the field {@code _csrf}
 */
public record SignedIn(Caller.StaffCaller caller, String sessionId, String csrfToken) {

    /** Without the token. */
    @Override
    public String toString() {
        return "SignedIn[" + caller + "]";
    }
}
