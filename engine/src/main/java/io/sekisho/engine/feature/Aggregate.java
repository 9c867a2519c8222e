package io.sekisho.engine.feature;

import java.util.Optional;

/** What a feature computes over the events of its window. */
public enum Aggregate {
    COUNT,
    SUM,
    AVG,
    STDDEV,
    MIN,
    MAX,
    DISTINCT,
    AGE,
    TIME_SINCE,
    LAST,
    KNOWN;

    /** The word of the policy directory: the constant's name in small letters. */
    public static Optional<Aggregate> named(String word) {
        for (Aggregate aggregate : values()) {
            if (aggregate.word().equals(word)) {
                return Optional.of(aggregate);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** True where the feature needs an {@code of}. */
    public boolean needsValue() {
        return switch (this) {
            case SUM, AVG, STDDEV, MIN, MAX, DISTINCT, LAST -> true;
            case COUNT, AGE, TIME_SINCE, KNOWN -> false;
        };
    }

    /** True where {@code of} must be a number. */
    boolean needsNumber() {
        return switch (this) {
            case SUM, AVG, STDDEV, MIN, MAX -> true;
            case COUNT, AGE, TIME_SINCE, KNOWN, DISTINCT, LAST -> false;
        };
    }

    /** True where the value is absent until the account's history is known, whatever the window. */
    boolean needsHistory() {
        return this == AGE || this == KNOWN;
    }

    /** True where the least of several recipients' values counts, because little means unfamiliar. */
    boolean readsSmallest() {
        return this == AGE || this == TIME_SINCE || this == KNOWN;
    }
}
