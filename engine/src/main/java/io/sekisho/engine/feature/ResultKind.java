package io.sekisho.engine.feature;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;

/** What a feature's value is. */
public enum ResultKind {
    WHOLE(SimpleType.INT),
    NUMBER(SimpleType.DOUBLE),
    FLAG(SimpleType.BOOL),
    TEXT(SimpleType.STRING),
    /** A span of time: a CEL duration in rules, milliseconds in files. */
    SPAN(SimpleType.DURATION);

    private final CelType type;

    ResultKind(CelType type) {
        this.type = type;
    }

    /** The type in rules. */
    public CelType type() {
        return type;
    }

    static ResultKind of(Aggregate aggregate, ValueKind value) {
        return switch (aggregate) {
            case COUNT, DISTINCT -> WHOLE;
            case AVG, STDDEV -> NUMBER;
            case AGE, TIME_SINCE -> SPAN;
            case KNOWN -> FLAG;
            case SUM, MIN, MAX, LAST ->
                switch (value) {
                    case WHOLE -> WHOLE;
                    case NUMBER -> NUMBER;
                    case FLAG -> FLAG;
                    case TEXT -> TEXT;
                };
        };
    }
}
