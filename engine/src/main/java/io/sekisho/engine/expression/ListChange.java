package io.sekisho.engine.expression;

/**
 * A value put on a list, or taken off it.
 *
 * @param expiryMillis when it stops being listed, milliseconds since 1970; {@link Long#MAX_VALUE} for never
 */
public record ListChange(String list, String value, boolean isAddition, long expiryMillis) {}
