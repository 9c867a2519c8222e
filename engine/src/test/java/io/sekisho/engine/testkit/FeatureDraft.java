package io.sekisho.engine.testkit;

import io.sekisho.engine.feature.Aggregate;
import io.sekisho.engine.feature.FeatureDefinition;
import io.sekisho.engine.feature.KeyKind;
import io.sekisho.engine.feature.Window;
import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Sourced;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feature in the making: by account, over a day, of every type, unless it says otherwise. */
public final class FeatureDraft {

    private final String name;
    private final Aggregate aggregate;
    private final List<Sourced> on = new ArrayList<>();
    private @Nullable Sourced where;
    private @Nullable Sourced of;
    private List<KeyKind> by = List.of(KeyKind.ACCOUNT);
    private Window window = Window.parse("24h").orElseThrow();
    private boolean includesCurrent = true;
    private @Nullable String currency;

    private FeatureDraft(String name, Aggregate aggregate) {
        this.name = name;
        this.aggregate = aggregate;
    }

    public static FeatureDraft feature(String name, Aggregate aggregate) {
        return new FeatureDraft(name, aggregate);
    }

    public FeatureDraft on(String... types) {
        for (String type : types) {
            on.add(Sourced.of(type));
        }
        return this;
    }

    public FeatureDraft where(String condition) {
        where = Sourced.of(condition);
        return this;
    }

    public FeatureDraft of(String value) {
        of = Sourced.of(value);
        return this;
    }

    public FeatureDraft by(KeyKind... kinds) {
        by = List.of(kinds);
        return this;
    }

    /** In the notation of the policy directory: {@code 10m}, {@code ever}. */
    public FeatureDraft window(String span) {
        window = Window.parse(span).orElseThrow();
        return this;
    }

    public FeatureDraft excludesCurrent() {
        includesCurrent = false;
        return this;
    }

    public FeatureDraft currency(String code) {
        currency = code;
        return this;
    }

    public FeatureDefinition define() {
        Origin origin = new Origin("features.yaml", 1, 1);
        return new FeatureDefinition(name, origin, aggregate, on, where, of, by, window, includesCurrent, currency);
    }
}
