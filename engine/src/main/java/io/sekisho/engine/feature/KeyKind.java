package io.sekisho.engine.feature;

import java.util.Locale;
import java.util.Optional;

/** By what a feature keeps its events apart. */
public enum KeyKind {
    ACCOUNT,
    SESSION,
    DEVICE,
    IP,
    CARD,
    RECIPIENT,
    EMAIL;

    public static Optional<KeyKind> named(String word) {
        for (KeyKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
