package io.sekisho.simulator.attack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a scenario is varied. */
public enum Variant {
    PLAIN,
    /** Ten times slower. */
    A,
    /** From the victim's own country and provider. */
    B,
    /** Spread over twenty accounts. */
    C,
    /** Events late or duplicated. */
    D,
    /** The plain stream, meant to be decided without models. */
    E;

    /** The variant of a word as the command line takes it: plain, or a letter. */
    public static Optional<Variant> of(String word) {
        return Arrays.stream(values())
                .filter(variant -> variant.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a label says: the letter, null for the plain scenario. */
    public @Nullable String letter() {
        return this == PLAIN ? null : word();
    }

    /** How many times longer the attacker pauses. */
    int slowness() {
        return this == A ? 10 : 1;
    }
}
