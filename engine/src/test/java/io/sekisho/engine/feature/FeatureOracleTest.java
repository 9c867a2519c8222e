package io.sekisho.engine.feature;

import io.sekisho.engine.testkit.RandomShop;
import io.sekisho.engine.testkit.RandomShop.Pace;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The features of every event against an oracle that computes them by looking at all events before. */
final class FeatureOracleTest {

    private static final Pace BURST = new Pace("burst", 1_200, 500, 20, 5);
    private static final Pace DAYS = new Pace("days", 1_200, 30_000, 60, 6);
    private static final Pace YEARS = new Pace("years", 1_500, 3_600_000, 24, 3);

    record Run(long seed, Pace pace) {}

    static Stream<Run> runs() {
        List<Pace> paces = List.of(BURST, DAYS, YEARS);
        return IntStream.rangeClosed(1, 12).mapToObj(seed -> new Run(seed, paces.get(seed % paces.size())));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyFeatureOfEveryEventIsThatOfTheOracle(Run run) {
        OracleRun oracle = new OracleRun(FeatureTable.all(), run.toString());
        new RandomShop(run.seed(), run.pace()).events().forEach(oracle::step);
    }
}
