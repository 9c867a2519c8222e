package io.sekisho.engine.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named list of values, as {@code in_list} asks it.
 *
 * @param expiries when each value stops being listed, milliseconds since 1970; {@link Long#MAX_VALUE} for never
 */
public record ValueList(String name, Map<String, Long> expiries) {

    public ValueList {
        expiries = Map.copyOf(expiries);
    }

    /** True until just before the value's expiry. */
    boolean contains(@Nullable Object value, long millis) {
        Long expiry = value == null ? null : expiries.get(value.toString());
        return expiry != null && millis < expiry;
    }
}
