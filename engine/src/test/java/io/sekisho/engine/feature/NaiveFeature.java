package io.sekisho.engine.feature;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.testkit.FeatureDraft;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A feature declared twice: in CEL for the engine, in Java for the oracle. */
record NaiveFeature(FeatureDefinition definition, Predicate<Event> where, Value value) {

    /** What the value of an event must be in order to count. */
    enum Kept {
        NOTHING,
        WHOLE,
        NUMBER,
        FLAG,
        TEXT
    }

    /** A condition in both languages. */
    record Condition(String cel, Predicate<Event> java) {}

    /** A value in both languages; null where the event has none. */
    record Value(String cel, Kept kept, Function<Event, @Nullable Object> java) {}

    private static final Value NO_VALUE = new Value("", Kept.NOTHING, event -> 0L);
    private static final double MOST = 10_000_000_000_000.0;

    static NaiveFeature of(FeatureDraft draft) {
        return new NaiveFeature(draft.define(), event -> true, NO_VALUE);
    }

    static NaiveFeature of(FeatureDraft draft, Condition where) {
        return new NaiveFeature(draft.where(where.cel()).define(), where.java(), NO_VALUE);
    }

    static NaiveFeature of(FeatureDraft draft, Value value) {
        return new NaiveFeature(draft.of(value.cel()).define(), event -> true, value);
    }

    static NaiveFeature of(FeatureDraft draft, Condition where, Value value) {
        FeatureDefinition definition = draft.where(where.cel()).of(value.cel()).define();
        return new NaiveFeature(definition, where.java(), value);
    }

    String name() {
        return definition.name();
    }

    /** What the feature keeps of the event; null where it does not count. */
    @Nullable
    Object entry(Event event) {
        if (!takesType(event.typeName()) || isOtherCurrency(event) || !where.test(event)) {
            return null;
        }
        Object found = value.java().apply(event);
        return found == null ? null : kept(found);
    }

    boolean isOtherCurrency(Event event) {
        return definition.currency() != null
                && event.amount() != null
                && !event.amount().currency().equals(definition.currency());
    }

    boolean needsHistory() {
        return definition.window().isEver()
                || definition.aggregate() == Aggregate.AGE
                || definition.aggregate() == Aggregate.KNOWN;
    }

    private boolean takesType(String typeName) {
        return definition.on().isEmpty()
                || definition.on().stream()
                        .anyMatch(type ->
                                typeName.matches(type.text().replace(".", "\\.").replace("*", ".*")));
    }

    private @Nullable Object kept(Object found) {
        return switch (value.kept()) {
            case NOTHING -> found;
            case WHOLE -> found instanceof Long whole && Math.abs((double) whole) <= MOST ? whole : null;
            case NUMBER ->
                found instanceof Number number && Math.abs(number.doubleValue()) <= MOST ? number.doubleValue() : null;
            case FLAG -> found instanceof Boolean ? found : null;
            case TEXT -> found.toString();
        };
    }
}
