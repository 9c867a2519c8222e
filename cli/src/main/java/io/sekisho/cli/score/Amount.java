package io.sekisho.cli.score;

/**
 * Money.
 *
 * @param value minor units
 * @param currency ISO 4217
 */
record Amount(long value, String currency) {}
