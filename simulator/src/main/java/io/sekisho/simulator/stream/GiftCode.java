package io.sekisho.simulator.stream;

/**
 * A gift code of an order: a reference to it, never the code.
 *
 * @param amount face value in yen
 * @param recipient e-mail address that it goes to
 */
public record GiftCode(String id, String order, long amount, String recipient) {}
