package io.sekisho.engine.feature;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Sourced;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature as declared.
 *
 * @param on event types, empty for every type
 * @param where which of their events count; absent for all
 * @param of the value of an event, for the aggregates that need one
 * @param by one or two kinds of key
 * @param includesCurrent true where the event that is decided counts itself
 * @param currency the only one that counts, where one is named
 */
public record FeatureDefinition(
        String name,
        Origin origin,
        Aggregate aggregate,
        List<Sourced> on,
        @Nullable Sourced where,
        @Nullable Sourced of,
        List<KeyKind> by,
        Window window,
        boolean includesCurrent,
        @Nullable String currency) {

    public FeatureDefinition {
        on = List.copyOf(on);
        by = List.copyOf(by);
    }
}
