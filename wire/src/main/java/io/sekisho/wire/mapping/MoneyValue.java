package io.sekisho.wire.mapping;

/**
 * An amount as the contract writes it.
 *
 * @param value minor units
 * @param currency ISO 4217
 */
record MoneyValue(long value, String currency) {}
