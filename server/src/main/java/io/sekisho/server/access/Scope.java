package io.sekisho.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API key may be made for. */
public enum Scope {
    /** Ask for decisions, send events, say what turned out true. */
    DECIDE,
    /** Read decisions, accounts, orders, counters, lists. */
    READ,
    /** Change lists, add labels. */
    WRITE,
    /** Read the metrics. */
    METRICS;

    /** As it is written on the command line, in files and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of that word. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
