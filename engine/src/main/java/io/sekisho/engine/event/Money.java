package io.sekisho.engine.event;

/**
 * An amount of one currency.
 *
 * @param value minor units of the currency: 1000 yen is 1000, 10 dollars are 1000
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(long value, String currency) {}
