package io.sekisho.engine.feature;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.sekisho.engine.state.Symbols;
import java.util.Optional;
import java.util.OptionalLong;

/** How the value of an event is kept in 64 bits. */
enum ValueKind {
    /** A whole number of at most {@link #LIMIT} either way, so that a window's sum fits. */
    WHOLE(SimpleType.INT),
    /** The bits of a double of at most {@link #LIMIT} either way, so that no sum is infinite. */
    NUMBER(SimpleType.DOUBLE),
    /** 1 or 0. */
    FLAG(SimpleType.BOOL),
    /** The number of a word. */
    TEXT(SimpleType.STRING);

    /** A window would need 900,000 entries of this size to overflow. Ten trillion yen. */
    static final long LIMIT = 10_000_000_000_000L;

    private final CelType type;

    ValueKind(CelType type) {
        this.type = type;
    }

    CelType type() {
        return type;
    }

    /** How a value of that type is kept; a value of unknown type is kept as a number where numbers are needed. */
    static Optional<ValueKind> of(CelType type, boolean needsNumber) {
        if (type.equals(SimpleType.DYN)) {
            return Optional.of(needsNumber ? NUMBER : TEXT);
        }
        for (ValueKind kind : values()) {
            if (kind.type.equals(type) && (!needsNumber || kind == WHOLE || kind == NUMBER)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The 64 bits of a value; nothing for a value of another kind, for NaN, or beyond the limit. */
    OptionalLong encode(Object value, Symbols symbols) {
        return switch (this) {
            case WHOLE ->
                value instanceof Long whole && Math.abs(whole) <= LIMIT && whole != Long.MIN_VALUE
                        ? OptionalLong.of(whole)
                        : OptionalLong.empty();
            case NUMBER ->
                value instanceof Number number && Math.abs(number.doubleValue()) <= LIMIT
                        ? OptionalLong.of(Double.doubleToLongBits(number.doubleValue()))
                        : OptionalLong.empty();
            case FLAG -> value instanceof Boolean flag ? OptionalLong.of(flag ? 1 : 0) : OptionalLong.empty();
            case TEXT -> OptionalLong.of(symbols.of(value.toString()));
        };
    }
}
