package io.sekisho.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.testkit.RandomShop;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The same events to the engine and to the oracle, step by step; the first difference fails. */
final class OracleRun {

    private final List<NaiveFeature> features;
    private final NaiveFeatures oracle;
    private final FeatureState state;
    private final FeaturePlan.Reading everything;
    private final String name;
    private int step;

    OracleRun(List<NaiveFeature> features, String name) {
        this.features = features;
        this.name = name;
        FeaturePlan plan = Plans.of(features);
        oracle = new NaiveFeatures(features, RandomShop.SKEW_MILLIS);
        state = Plans.newState(plan);
        everything = Plans.everything(plan);
    }

    /** An event that is too late to be decided is counted, and not compared. */
    void step(Event event) {
        List<Object> expected = oracle.observe(event);
        FeatureVector found = state.observe(event, new Facts(), everything);
        if (event.receivedMillis() - event.timeMillis() <= Window.MOST) {
            compare(event, expected, found);
        }
        step++;
    }

    private void compare(Event event, List<Object> expected, FeatureVector found) {
        for (int i = 0; i < features.size(); i++) {
            Object actual = found.isPresent(i) ? found.objectAt(i) : found.absence(i);
            if (!agree(features.get(i), expected.get(i), actual)) {
                fail(
                        "%s, step %d: %s is %s by the oracle, but %s. %s at %s",
                        name,
                        step,
                        features.get(i).name(),
                        expected.get(i),
                        actual,
                        features.get(i).definition(),
                        event);
            }
        }
    }

    /** Every feature of one key, as it stands at that time; each side knows the key by its own name. */
    void compareCounters(KeyKind kind, String key, String naiveKey, long millis) {
        Map<String, Object> expected = oracle.counters(kind, naiveKey, millis);
        List<Counter> found = state.counters(kind, key, millis);
        assertThat(found.stream().map(Counter::name)).as(name).containsExactlyElementsOf(expected.keySet());
        for (Counter counter : found) {
            NaiveFeature feature = features.stream()
                    .filter(one -> one.name().equals(counter.name()))
                    .findFirst()
                    .orElseThrow();
            Object actual = counter.value() == null ? counter.absence() : counter.value();
            if (!agree(feature, expected.get(counter.name()), actual)) {
                fail(
                        "%s, step %d: %s of %s %s at %d is %s by the oracle, but %s",
                        name, step, counter.name(), kind, key, millis, expected.get(counter.name()), actual);
            }
        }
    }

    /** Exactly, but for the standard deviation, whose last digits depend on how it is computed. */
    private static boolean agree(NaiveFeature feature, @Nullable Object expected, @Nullable Object actual) {
        if (feature.definition().aggregate() != Aggregate.STDDEV || expected instanceof Absence) {
            return Objects.equals(expected, actual);
        }
        return actual instanceof Double number
                && expected instanceof Double exact
                && Math.abs(number - exact) <= 1e-9 * Math.max(1, exact);
    }
}
