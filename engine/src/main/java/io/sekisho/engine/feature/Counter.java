package io.sekisho.engine.feature;

import io.sekisho.engine.expression.Absence;
import org.jspecify.annotations.Nullable;

/**
 * A feature of one key, as it stands at a time.
 *
 * @param value a Long, Double, Boolean, String or Duration; null where it is absent
 * @param absence why there is no value; null where there is one
 */
public record Counter(
        String name, @Nullable Object value, @Nullable Absence absence) {}
