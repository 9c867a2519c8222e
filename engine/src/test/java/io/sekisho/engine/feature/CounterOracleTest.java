package io.sekisho.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.RandomShop;
import io.sekisho.engine.testkit.RandomShop.Pace;
import io.sekisho.engine.testkit.StateTape;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every feature of a key, asked between two events, against an oracle that looks at all events before. */
final class CounterOracleTest {

    private static final Map<String, Pace> PACES = Map.of(
            "burst", new Pace("burst", 600, 500, 20, 5),
            "days", new Pace("days", 600, 30_000, 60, 6),
            "years", new Pace("years", 600, 3_600_000, 24, 3));
    private static final List<Long> AROUND = List.of(
            -Duration.ofDays(40).toMillis(),
            -RandomShop.SKEW_MILLIS - 1,
            -RandomShop.SKEW_MILLIS,
            -1L,
            0L,
            1L,
            Duration.ofMinutes(1).toMillis(),
            Duration.ofDays(1).toMillis(),
            Duration.ofDays(31).toMillis());

    /** Keys of recipients can be written in more ways than one; the others are met one at a time. */
    private final Map<KeyKind, Map<String, String>> naiveKeys = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"1, burst", "2, days", "3, years", "4, burst", "5, days", "6, years"})
    void everyCounterOfAnyKeyAtAnyTimeIsThatOfTheOracle(long seed, String pace) {
        OracleRun run = new OracleRun(FeatureTable.all(), "seed " + seed + ", " + pace);
        Random random = new Random(seed);
        for (Event event : new RandomShop(seed, PACES.get(pace)).events()) {
            run.step(event);
            note(event);
            if (random.nextInt(3) == 0) {
                ask(run, random, event.receivedMillis());
            }
        }
    }

    private void ask(OracleRun run, Random random, long millis) {
        KeyKind kind = KeyKind.values()[random.nextInt(KeyKind.values().length)];
        List<Map.Entry<String, String>> known =
                List.copyOf(naiveKeys.getOrDefault(kind, Map.of()).entrySet());
        long at = millis + AROUND.get(random.nextInt(AROUND.size()));
        if (known.isEmpty() || random.nextInt(10) == 0) {
            run.compareCounters(kind, "nobody", "nobody", at);
            return;
        }
        Map.Entry<String, String> key = known.get(random.nextInt(known.size()));
        run.compareCounters(kind, key.getKey(), key.getValue(), at);
    }

    private void note(Event event) {
        for (KeyKind kind : KeyKind.values()) {
            List<String> keys = Keys.of(kind, event);
            List<String> naive = List.copyOf(NaiveFeatures.keys(kind, event));
            if (keys.size() == 1 && naive.size() == 1) {
                naiveKeys.computeIfAbsent(kind, none -> new HashMap<>()).put(keys.getFirst(), naive.getFirst());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void anUnknownKeyHasCountedNothingAndHasNoHistory(KeyKind kind) {
        FeatureState state = Plans.newState(Plans.of(FeatureTable.all()));
        List<Counter> counters = state.counters(kind, "nobody", EventDraft.EPOCH);
        assertThat(counters).isNotEmpty();
        for (Counter counter : counters) {
            boolean isZero =
                    Long.valueOf(0).equals(counter.value()) || Double.valueOf(0).equals(counter.value());
            assertThat(isZero || counter.absence() == Absence.EMPTY || counter.absence() == Absence.NO_HISTORY)
                    .as("%s", counter)
                    .isTrue();
        }
    }

    @Test
    void askingChangesNothingThatTheNextEventSees() {
        FeaturePlan plan = Plans.of(FeatureTable.all());
        FeatureState asked = Plans.newState(plan);
        FeatureState left = Plans.newState(plan);
        FeaturePlan.Reading everything = Plans.everything(plan);
        for (Event event : new RandomShop(11, PACES.get("days")).events()) {
            asked.counters(KeyKind.ACCOUNT, "never seen before " + event.id(), event.timeMillis());
            asked.counters(KeyKind.DEVICE, "d1", event.timeMillis());
            FeatureVector one = asked.observe(event, new Facts(), everything);
            FeatureVector other = left.observe(event, new Facts(), everything);
            for (int i = 0; i < one.size(); i++) {
                assertThat(one.objectAt(i)).as("%s of %s", plan.name(i), event).isEqualTo(other.objectAt(i));
            }
        }
        assertThat(written(asked)).isEqualTo(written(left));
    }

    private static List<Object> written(FeatureState state) {
        StateTape tape = new StateTape();
        state.writeTo(tape);
        return tape.cells();
    }
}
