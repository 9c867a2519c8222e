package io.sekisho.server.access.staff;

/** What came of an attempt to sign in. */
public sealed interface SignInResult {

    /**
     * A session was opened.
     *
     * @param session secret for its cookie
     * @param device secret for the cookie of the browser
     */
    record Opened(String session, String device) implements SignInResult {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Opened";
        }
    }

    /** Something was wrong; what, is not told. */
    record Refused() implements SignInResult {}

    /** Too much was wrong lately; nothing was looked at. */
    record TryLater(long seconds) implements SignInResult {}
}
