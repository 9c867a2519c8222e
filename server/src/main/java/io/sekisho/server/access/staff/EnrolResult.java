package io.sekisho.server.access.staff;

import java.util.Set;

/** What came of a step of an enrolment. */
public sealed interface EnrolResult {

    /** The link is none, was used, or has expired. */
    record LinkNotGood() implements EnrolResult {}

    /**
     * What was entered cannot be taken.
     *
     * @param faults keys of messages
     */
    record Faulty(Set<String> faults) implements EnrolResult {}

    /**
     * The second factor is to be set up, and proved by a code.
     *
     * @param address which an authenticator reads from a QR code
     * @param secret the same for typing
     */
    record ProveCode(String address, String secret) implements EnrolResult {

        /** Without the secret. */
        @Override
        public String toString() {
            return "ProveCode";
        }
    }

    /** Options for the browser to make a passkey. */
    record MakePasskey(String options) implements EnrolResult {}

    /** It is done, and a session was opened. */
    record Enrolled(SignInResult.Opened opened) implements EnrolResult {}
}
