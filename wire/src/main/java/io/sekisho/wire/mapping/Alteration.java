package io.sekisho.wire.mapping;

import java.util.Locale;

/** What an import changed in a row so that it fits the contract. */
public enum Alteration {
    ROUNDED("amounts with a fraction that their currency does not have, rounded half to even"),
    CURRENCY_MAPPED("currencies that ISO 4217 does not know, replaced"),
    CARD_TOKENISED("card numbers replaced by token, BIN and last four digits"),
    CARD_MASKED("card numbers in free text replaced by [card]"),
    TIME_TRUNCATED("times finer than a millisecond, cut");

    private final String meaning;

    Alteration(String meaning) {
        this.meaning = meaning;
    }

    /** The name in the JSON report. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
    }
}
