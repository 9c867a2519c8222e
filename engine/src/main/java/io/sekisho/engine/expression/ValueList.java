package io.sekisho.engine.expression;

import java.util.Map;

/**
 * A named list of values, as {@code in_list} asks it.
 *
 * @param expiries when each value stops being listed, milliseconds since 1970; {@link Long#MAX_VALUE} for never
 */
public record ValueList(String name, Map<String, Long> expiries) {

    public ValueList {
        expiries = Map.copyOf(expiries);
    }
}
