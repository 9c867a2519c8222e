package io.sekisho.engine.expression;

import java.util.Objects;

/** What enrichment found out about an event: for each {@link FactName} a value, or why there is none. */
public final class Facts {

    private final Object[] values = new Object[FactName.values().length];

    /** Facts of which none is known: nothing was looked up. */
    public Facts() {
        java.util.Arrays.fill(values, Absence.NOT_GIVEN);
    }

    public Facts put(FactName name, Object value) {
        values[name.ordinal()] = Objects.requireNonNull(value);
        return this;
    }

    /** A String, Long or Boolean, or the {@link Absence}. */
    public Object value(FactName name) {
        return values[name.ordinal()];
    }
}
