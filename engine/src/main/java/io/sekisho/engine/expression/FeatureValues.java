package io.sekisho.engine.expression;

import org.jspecify.annotations.Nullable;

/** The features of an event, by their number in the plan. */
public interface FeatureValues {

    /** A Long, Double, Boolean, String or Duration; null where the feature is absent. */
    @Nullable
    Object objectAt(int index);
}
