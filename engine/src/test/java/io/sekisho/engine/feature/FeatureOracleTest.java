package io.sekisho.engine.feature;

import static org.assertj.core.api.Assertions.fail;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.feature.RandomShop.Pace;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The features of every event against an oracle that computes them by looking at all events before. */
final class FeatureOracleTest {

    private static final Pace BURST = new Pace("burst", 1_500, 500, 20, 5);
    private static final Pace DAYS = new Pace("days", 1_500, 30_000, 60, 6);
    private static final Pace YEARS = new Pace("years", 2_000, 3_600_000, 24, 3);

    record Run(long seed, Pace pace) {}

    static Stream<Run> runs() {
        List<Pace> paces = List.of(BURST, DAYS, YEARS);
        return IntStream.rangeClosed(1, 12).mapToObj(seed -> new Run(seed, paces.get(seed % paces.size())));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyFeatureOfEveryEventIsThatOfTheOracle(Run run) {
        List<NaiveFeature> features = FeatureTable.all();
        NaiveFeatures oracle = new NaiveFeatures(features, RandomShop.SKEW_MILLIS);
        FeaturePlan plan = Plans.of(features);
        FeatureState state = Plans.newState(plan);
        FeaturePlan.Reading everything = Plans.everything(plan);
        List<Event> events = new RandomShop(run.seed(), run.pace()).events();
        for (int step = 0; step < events.size(); step++) {
            Event event = events.get(step);
            List<Object> expected = oracle.observe(event);
            FeatureVector found = state.observe(event, new Facts(), everything);
            if (event.receivedMillis() - event.timeMillis() <= Window.MOST) {
                compare(features, expected, found, run + ", step " + step + ", " + event);
            }
        }
    }

    private static void compare(List<NaiveFeature> features, List<Object> expected, FeatureVector found, String where) {
        for (int i = 0; i < features.size(); i++) {
            Object actual = found.isPresent(i) ? found.objectAt(i) : found.absence(i);
            if (!agree(features.get(i), expected.get(i), actual)) {
                fail(
                        "%s is %s by the oracle, but %s: %s",
                        features.get(i).definition(), expected.get(i), actual, where);
            }
        }
    }

    /** Exactly, but for the standard deviation, whose last digits depend on how it is computed. */
    private static boolean agree(NaiveFeature feature, Object expected, Object actual) {
        if (feature.definition().aggregate() != Aggregate.STDDEV || expected instanceof Absence) {
            return expected.equals(actual);
        }
        return actual instanceof Double number
                && Math.abs(number - (Double) expected) <= 1e-9 * Math.max(1, (Double) expected);
    }
}
