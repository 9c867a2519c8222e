package io.sekisho.server.notice.contact;

import java.util.Arrays;
import java.util.Locale;

/** What the book keeps of an account. */
public enum ContactKind {
    EMAIL,
    /** Kept for a second channel; nothing is sent to it yet. */
    PHONE,
    /** As the shop tells it. */
    LANGUAGE,
    /** The first one that a browser asked for: it counts where the shop tells none. */
    BROWSER_LANGUAGE;

    /** As rows tell it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ContactKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of contact is called " + word));
    }
}
