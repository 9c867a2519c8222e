package io.sekisho.client;

import java.util.Arrays;
import java.util.Optional;

/** What the shop is to do, from the mildest to the strictest. */
public enum Outcome implements Word {
    /** Go on. */
    ALLOW,
    /** Let the customer perform one of the required methods first. */
    CHALLENGE,
    /** Capture nothing and deliver nothing until released. */
    HOLD,
    /** Refuse. */
    DENY;

    static Optional<Outcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
