package io.sekisho.engine.feature;

import io.sekisho.engine.expression.Expressions;
import io.sekisho.engine.expression.ListBook;
import io.sekisho.engine.expression.Vocabulary;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.testkit.RandomShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Features compiled, and states that hold them. */
final class Plans {

    private static final Vocabulary WORDS = Vocabulary.ofEvents();

    private Plans() {}

    static FeaturePlan of(List<NaiveFeature> features) {
        List<Problem> problems = new ArrayList<>();
        FeaturePlan plan = new FeatureCompiler(new Expressions(WORDS, new ListBook(Map.of())), problems::add)
                .compile(features.stream().map(NaiveFeature::definition).toList());
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new AssertionError("The features do not compile: " + problems);
        }
        return plan;
    }

    static FeatureState newState(FeaturePlan plan) {
        return new FeatureState(plan, RandomShop.SKEW_MILLIS, WORDS.newScope());
    }

    static FeaturePlan.Reading everything(FeaturePlan plan) {
        Set<String> names =
                plan.features().stream().map(FeaturePlan.PlannedFeature::name).collect(Collectors.toSet());
        return plan.readingOf(names);
    }
}
