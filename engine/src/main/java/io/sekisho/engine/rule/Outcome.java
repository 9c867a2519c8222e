package io.sekisho.engine.rule;

import java.util.Locale;
import java.util.Optional;

/** What a decision says, from the mildest to the strictest. */
public enum Outcome {
    ALLOW,
    CHALLENGE,
    HOLD,
    DENY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Outcome strictest(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public static Optional<Outcome> named(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
