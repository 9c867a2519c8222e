package io.sekisho.wire.mapping;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which currency stands in for one that ISO 4217 does not know.
 *
 * @param forOne by the unknown code
 * @param forAny for every other; null refuses them
 */
record CurrencyReplacement(
        Map<String, String> forOne, @Nullable String forAny) {

    static final CurrencyReplacement NONE = new CurrencyReplacement(Map.of(), null);

    /** ISO 4217's own code for "no currency". */
    static final String NO_CURRENCY = "XXX";

    /**
     * Minor digits by code, historic currencies included. ISO gives metals, funds and {@code XXX} no minor unit; they
     * get the two digits that most have, so that an amount in them can be kept at all.
     */
    private static final Map<String, Integer> MINOR_DIGITS = minorDigits();

    CurrencyReplacement {
        forOne = Map.copyOf(forOne);
    }

    static boolean isKnown(String code) {
        return MINOR_DIGITS.containsKey(code);
    }

    /** How many digits behind the point the minor unit has; the code must be known. */
    static int minorDigits(String code) {
        Integer digits = MINOR_DIGITS.get(code);
        if (digits == null) {
            throw new IllegalArgumentException("No currency of ISO 4217: " + code);
        }
        return digits;
    }

    Optional<String> of(String unknownCode) {
        return Optional.ofNullable(forOne.getOrDefault(unknownCode, forAny));
    }

    private static Map<String, Integer> minorDigits() {
        Map<String, Integer> digits = new TreeMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            int given = currency.getDefaultFractionDigits();
            digits.put(currency.getCurrencyCode(), given < 0 ? 2 : given);
        }
        return Map.copyOf(digits);
    }
}
