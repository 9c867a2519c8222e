package io.sekisho.wire.enrichment;

import io.sekisho.engine.expression.Absence;
import java.util.Optional;

/** The answer to a question to a table: present, or absent with the reason. */
public sealed interface Finding<T> {
    record Present<T>(T found) implements Finding<T> {}

    record Absent<T>(Absence reason) implements Finding<T> {}

    default Optional<T> value() {
        return this instanceof Present<T> present ? Optional.of(present.found()) : Optional.empty();
    }

    default Optional<Absence> absence() {
        return this instanceof Absent<T> absent ? Optional.of(absent.reason()) : Optional.empty();
    }
}
