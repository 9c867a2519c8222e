package io.sekisho.wire.mapping;

import org.jspecify.annotations.Nullable;

/** Makes a value of an event from a row. */
@FunctionalInterface
interface ValueReader {

    /**
     * The value: String, Long, Boolean, {@link java.math.BigDecimal} or {@link MoneyValue}; null when the row says
     * nothing here, or something wrong, which the row then knows.
     */
    @Nullable
    Object read(Row row);
}
