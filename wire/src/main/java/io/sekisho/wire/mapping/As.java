package io.sekisho.wire.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a column's text becomes in the event. */
enum As {
    TEXT,
    DECIMAL_MONEY,
    INTEGER,
    NUMBER,
    BOOLEAN,
    CARD_NUMBER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static As named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(As::word).toList();
    }
}
