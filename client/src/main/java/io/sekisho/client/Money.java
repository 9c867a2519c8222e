package io.sekisho.client;

import java.util.Map;

/**
 * An amount in minor units: 1000 yen is 1000, ten dollars are 1000.
 *
 * @param value not negative
 * @param currency ISO 4217, as in JPY
 */
public record Money(long value, String currency) {

    public Money {
        if (value < 0 || !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("Money is a whole number of minor units, not negative, with an ISO 4217"
                    + " code of three capital letters; not " + value + " " + currency);
        }
    }

    public static Money yen(long value) {
        return new Money(value, "JPY");
    }

    Map<String, Object> toJson() {
        return Map.of("value", value, "currency", currency);
    }
}
