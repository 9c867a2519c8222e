package io.sekisho.wire.mapping;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many digits behind the point the minor unit of a currency has, historic currencies included. Stateless.
 *
 * <p>ISO 4217 gives metals, funds and {@code XXX} no minor unit; they get the two digits that most have, so that an
 * amount in them can be kept at all.
 */
public final class MinorUnits {

    private static final int USUAL_DIGITS = 2;
    private static final Map<String, Integer> DIGITS = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, MinorUnits::digits));

    private MinorUnits() {}

    /** The digits of a code; empty where ISO 4217 does not know it. */
    public static Optional<Integer> digitsOf(String code) {
        return Optional.ofNullable(DIGITS.get(code));
    }

    static boolean isKnown(String code) {
        return DIGITS.containsKey(code);
    }

    private static int digits(Currency currency) {
        return currency.getDefaultFractionDigits() < 0 ? USUAL_DIGITS : currency.getDefaultFractionDigits();
    }
}
