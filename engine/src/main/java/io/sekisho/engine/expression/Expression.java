package io.sekisho.engine.expression;

import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression that was parsed, typed and planned.
 *
 * @param type of its value; {@code dyn} where it hangs on fields that the schema does not know
 * @param references the variables that it reads
 */
public record Expression(CelRuntime.Program program, CelType type, Set<String> references) {

    public Expression {
        references = Set.copyOf(references);
    }

    /** The value, or null where an input is absent or the computation failed (overflow, division by zero). */
    public @Nullable Object value(Scope scope) {
        try {
            Object value = program.eval(scope);
            return value instanceof CelUnknownSet ? null : value;
        } catch (CelEvaluationException failed) {
            return null;
        }
    }

    /** The value as one of three. */
    public Verdict verdict(Scope scope) {
        Object value = value(scope);
        if (value instanceof Boolean holds) {
            return holds ? Verdict.HIT : Verdict.MISS;
        }
        return Verdict.UNKNOWN;
    }
}
