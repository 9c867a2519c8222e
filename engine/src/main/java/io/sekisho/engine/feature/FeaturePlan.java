package io.sekisho.engine.feature;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.expression.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How declared features are computed: which series are kept under which keys, and how each feature is read from one.
 *
 * <p>Features that agree in keys, filter and value share a series. A plan is immutable; what it remembers of events is
 * in {@link FeatureState}.
 */
public final class FeaturePlan {

    private final List<List<KeyKind>> tuples;
    private final List<Filter> filters;
    private final List<SeriesPlan> series;
    private final List<PlannedFeature> features;
    private final int[][] seriesByType;

    FeaturePlan(
            List<List<KeyKind>> tuples, List<Filter> filters, List<SeriesPlan> series, List<PlannedFeature> features) {
        this.tuples = List.copyOf(tuples);
        this.filters = List.copyOf(filters);
        this.series = List.copyOf(series);
        this.features = List.copyOf(features);
        this.seriesByType = new int[EventType.values().length][];
        for (EventType type : EventType.values()) {
            seriesByType[type.ordinal()] = seriesOf(type.typeName());
        }
    }

    /**
     * What one series takes and keeps.
     *
     * @param tuple index of its keys
     * @param filter index of its filter
     * @param value what it keeps of an event; absent where only times matter
     */
    record SeriesPlan(int tuple, int filter, @Nullable Expression value, ValueKind kind, Columns columns) {}

    /**
     * A feature and the series that it is read from.
     *
     * @param distinctWindow number of its window among those over which the series counts distinct values
     */
    record PlannedFeature(
            String name,
            Aggregate aggregate,
            int series,
            Window window,
            boolean includesCurrent,
            ValueKind valueKind,
            ResultKind resultKind,
            int distinctWindow) {

        boolean needsHistory() {
            return window.isEver() || aggregate.needsHistory();
        }
    }

    /** Which features an event needs: those that leave it out, and those that count it. */
    public static final class Reading {
        final int[] before;
        final int[] after;
        private final int[] indexes;

        private Reading(int[] before, int[] after) {
            this.before = before;
            this.after = after;
            this.indexes = IntStream.concat(Arrays.stream(before), Arrays.stream(after))
                    .sorted()
                    .toArray();
        }

        /** The indexes of the features that are read, in ascending order; not a copy. */
        public int[] indexes() {
            return indexes;
        }
    }

    /** The reading of the features of these names, with or without {@code f.} before them. */
    public Reading readingOf(Set<String> names) {
        int[] before = indexes(names, false);
        return new Reading(before, indexes(names, true));
    }

    public OptionalInt indexOf(String name) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public int size() {
        return features.size();
    }

    public String name(int index) {
        return features.get(index).name();
    }

    public ResultKind kind(int index) {
        return features.get(index).resultKind();
    }

    List<List<KeyKind>> tuples() {
        return tuples;
    }

    List<Filter> filters() {
        return filters;
    }

    List<SeriesPlan> series() {
        return series;
    }

    List<PlannedFeature> features() {
        return features;
    }

    int[] seriesOf(EventType type, String typeName) {
        return type == EventType.CUSTOM ? seriesOf(typeName) : seriesByType[type.ordinal()];
    }

    private int[] seriesOf(String typeName) {
        return IntStream.range(0, series.size())
                .filter(i -> filters.get(series.get(i).filter()).takesType(typeName))
                .toArray();
    }

    private int[] indexes(Set<String> names, boolean includesCurrent) {
        return IntStream.range(0, features.size())
                .filter(i -> features.get(i).includesCurrent() == includesCurrent)
                .filter(i -> names.contains(features.get(i).name())
                        || names.contains("f." + features.get(i).name()))
                .toArray();
    }
}
