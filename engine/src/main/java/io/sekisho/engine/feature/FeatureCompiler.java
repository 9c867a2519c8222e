package io.sekisho.engine.feature;

import io.sekisho.engine.expression.Expression;
import io.sekisho.engine.expression.Expressions;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a plan of declared features; features that cannot be compiled are reported and left out. */
public final class FeatureCompiler {

    private final Expressions expressions;
    private final Consumer<Problem> problems;
    private final Map<String, Expression> compiled = new HashMap<>();
    private final List<List<KeyKind>> tuples = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final Map<SeriesKey, SeriesNeeds> series = new LinkedHashMap<>();

    public FeatureCompiler(Expressions expressions, Consumer<Problem> problems) {
        this.expressions = expressions;
        this.problems = problems;
        // Cold start asks every event's account for its age, whether or not a feature counts by account.
        tuples.add(List.of(KeyKind.ACCOUNT));
    }

    private record SeriesKey(
            int tuple, int filter, @Nullable String value, ValueKind kind) {}

    private record Draft(FeatureDefinition definition, SeriesKey series, ValueKind valueKind) {}

    /** What the features of one series ask of it together. */
    private static final class SeriesNeeds {
        final @Nullable Expression value;
        boolean values;
        boolean sums;
        boolean squares;
        long retention;
        final List<Long> distinctSpans = new ArrayList<>();

        SeriesNeeds(@Nullable Expression value) {
            this.value = value;
        }

        Columns columns() {
            return new Columns(values, sums, squares, retention, distinctSpans);
        }
    }

    public FeaturePlan compile(List<FeatureDefinition> definitions) {
        List<Draft> drafts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (FeatureDefinition definition : definitions) {
            if (!names.add(definition.name())) {
                report(definition, "feature_twice", "There are two features named '" + definition.name() + "'.");
                continue;
            }
            draft(definition).ifPresent(drafts::add);
        }
        return plan(drafts);
    }

    private Optional<Draft> draft(FeatureDefinition definition) {
        boolean isSound = checkTypes(definition);
        Optional<Expression> where = Optional.empty();
        if (definition.where() != null) {
            where = condition(definition.where());
            isSound &= where.isPresent();
        }
        Optional<Expression> value = Optional.empty();
        ValueKind kind = ValueKind.WHOLE;
        if (definition.aggregate().needsValue()) {
            value = value(definition);
            Optional<ValueKind> found = value.flatMap(of -> kind(definition, of));
            isSound &= found.isPresent();
            kind = found.orElse(kind);
        }
        if (!isSound) {
            return Optional.empty();
        }
        return Optional.of(draft(definition, where.orElse(null), value.orElse(null), kind));
    }

    private Draft draft(
            FeatureDefinition definition, @Nullable Expression where, @Nullable Expression value, ValueKind kind) {
        List<String> on = definition.on().stream().map(Sourced::text).sorted().toList();
        int filter = indexOf(filters, new Filter(on, where, definition.currency()));
        SeriesKey key = new SeriesKey(
                indexOf(tuples, definition.by()),
                filter,
                value == null || definition.of() == null
                        ? null
                        : definition.of().text(),
                kind);
        note(definition, kind, series.computeIfAbsent(key, none -> new SeriesNeeds(value)));
        return new Draft(definition, key, kind);
    }

    private static void note(FeatureDefinition definition, ValueKind kind, SeriesNeeds needs) {
        Window window = definition.window();
        boolean isWholeSum = kind == ValueKind.WHOLE;
        switch (definition.aggregate()) {
            case SUM, AVG -> noteSum(needs, isWholeSum, false);
            case STDDEV -> noteSum(needs, isWholeSum, true);
            case MIN, MAX, LAST -> needs.values = true;
            case DISTINCT -> {
                needs.values = true;
                if (!needs.distinctSpans.contains(window.spanMillis())) {
                    needs.distinctSpans.add(window.spanMillis());
                }
            }
            case COUNT, AGE, TIME_SINCE, KNOWN -> {}
        }
        needs.retention = Math.max(needs.retention, retention(definition, kind));
    }

    private static void noteSum(SeriesNeeds needs, boolean isWhole, boolean needsSquares) {
        needs.values |= !isWhole;
        needs.sums |= isWhole;
        needs.squares |= isWhole && needsSquares;
    }

    /**
     * An event may come {@link Window#MOST} late and is then decided at its own time, so entries stay that much longer
     * than the window. For ever, sums and first times outlive their entries; single values do not.
     */
    private static long retention(FeatureDefinition definition, ValueKind kind) {
        if (!definition.window().isEver()) {
            return definition.window().spanMillis() + Window.MOST;
        }
        return switch (definition.aggregate()) {
            case COUNT, AGE, TIME_SINCE, KNOWN, LAST -> Window.MOST;
            case SUM, AVG, STDDEV -> kind == ValueKind.WHOLE ? Window.MOST : Long.MAX_VALUE / 2;
            case MIN, MAX, DISTINCT -> Long.MAX_VALUE / 2;
        };
    }

    private FeaturePlan plan(List<Draft> drafts) {
        List<SeriesKey> keys = new ArrayList<>(series.keySet());
        List<FeaturePlan.SeriesPlan> plans = new ArrayList<>();
        series.forEach((key, needs) -> plans.add(
                new FeaturePlan.SeriesPlan(key.tuple(), key.filter(), needs.value, key.kind(), needs.columns())));
        List<FeaturePlan.PlannedFeature> features = new ArrayList<>();
        for (Draft draft : drafts) {
            features.add(planned(draft, keys.indexOf(draft.series()), plans));
        }
        return new FeaturePlan(tuples, filters, plans, features);
    }

    private static FeaturePlan.PlannedFeature planned(Draft draft, int series, List<FeaturePlan.SeriesPlan> plans) {
        FeatureDefinition definition = draft.definition();
        return new FeaturePlan.PlannedFeature(
                definition.name(),
                definition.aggregate(),
                series,
                definition.window(),
                definition.includesCurrent(),
                draft.valueKind(),
                ResultKind.of(definition.aggregate(), draft.valueKind()),
                plans.get(series)
                        .columns()
                        .distinctSpans()
                        .indexOf(definition.window().spanMillis()));
    }

    private Optional<Expression> value(FeatureDefinition definition) {
        Sourced of = definition.of();
        if (of == null) {
            report(
                    definition,
                    "feature_value_missing",
                    "'" + definition.aggregate().word() + "' needs 'of': the value to take of each event.");
            return Optional.empty();
        }
        return shared(of.text(), expressions.compile(of, problems));
    }

    private Optional<Expression> condition(Sourced where) {
        return shared("?" + where.text(), expressions.compileCondition(where, problems));
    }

    /** One expression for one text, so that features can share a series; its problems stand wherever it stands. */
    private Optional<Expression> shared(String text, Optional<Expression> expression) {
        return expression.map(fresh -> compiled.computeIfAbsent(text, none -> fresh));
    }

    private Optional<ValueKind> kind(FeatureDefinition definition, Expression value) {
        warnOfMixedCurrencies(definition, value);
        Optional<ValueKind> kind =
                ValueKind.of(value.type(), definition.aggregate().needsNumber());
        if (kind.isEmpty()) {
            report(
                    definition,
                    "feature_value_type",
                    "'" + definition.aggregate().word() + "' cannot take values of type "
                            + value.type().name() + ".");
        }
        return kind;
    }

    private void warnOfMixedCurrencies(FeatureDefinition definition, Expression value) {
        boolean isMoney = value.references().stream()
                .anyMatch(name -> name.equals("event.gift_amount") || name.endsWith("amount.value"));
        if (isMoney && definition.currency() == null && definition.aggregate().needsNumber()) {
            problems.accept(
                    Problem.warning(
                            definition.origin(),
                            "feature_currency",
                            "'" + definition.name()
                                    + "' adds up money of every currency alike: name the one that counts, as in currency: JPY."));
        }
    }

    private boolean checkTypes(FeatureDefinition definition) {
        boolean isSound = true;
        for (Sourced type : definition.on()) {
            if (!TypePattern.isPossible(type.text())) {
                problems.accept(Problem.error(type.origin(), "type_unknown", EventTypes.unknown(type.text())));
                isSound = false;
            }
        }
        return isSound;
    }

    private void report(FeatureDefinition definition, String code, String detail) {
        problems.accept(Problem.error(definition.origin(), code, detail));
    }

    private static <T> int indexOf(List<T> list, T wanted) {
        int index = list.indexOf(wanted);
        if (index >= 0) {
            return index;
        }
        list.add(wanted);
        return list.size() - 1;
    }
}
