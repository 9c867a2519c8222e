package io.sekisho.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OccurrencesTest {

    private static final int STEPS = 30_000;

    /** Few values make long chains that are cut everywhere; many make the table grow. */
    @ParameterizedTest
    @ValueSource(ints = {3, 40, 60, 5_000})
    void countsLikeAMap(int values) {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            TreeMap<Long, Integer> expected = new TreeMap<>();
            List<Long> present = new ArrayList<>();
            Occurrences occurrences = new Occurrences();
            for (int step = 0; step < STEPS; step++) {
                // More come than go in the first half, more go than come in the second.
                boolean adds = present.isEmpty() || random.nextInt(10) < (step < STEPS / 2 ? 6 : 4);
                if (adds) {
                    long value = value(random, values);
                    occurrences.add(value);
                    expected.merge(value, 1, Integer::sum);
                    present.add(value);
                } else {
                    long value = taken(present, random);
                    occurrences.remove(value);
                    expected.merge(value, -1, (a, b) -> a + b == 0 ? null : a + b);
                }
                assertThat(occurrences.distinct())
                        .as("values %d, seed %d, step %d", values, seed, step)
                        .isEqualTo(expected.size());
            }
            present.forEach(occurrences::remove);
            assertThat(occurrences.distinct()).as("all removed, seed %d", seed).isZero();
        }
    }

    @Test
    void refusesToRemoveWhatIsNotThere() {
        Occurrences occurrences = new Occurrences();
        occurrences.add(1);
        assertThatIllegalStateException().isThrownBy(() -> occurrences.remove(2));
        Set.of(1L).forEach(occurrences::remove);
        assertThatIllegalStateException().isThrownBy(() -> occurrences.remove(1));
    }

    @Test
    void holdsNothingWhenCleared() {
        Occurrences occurrences = new Occurrences();
        for (int i = 0; i < 1_000; i++) {
            occurrences.add(i);
        }
        occurrences.clear();
        assertThat(occurrences.distinct()).isZero();
        occurrences.add(0);
        assertThat(occurrences.distinct()).isEqualTo(1);
    }

    private static long value(Random random, int values) {
        long value = random.nextInt(values);
        return random.nextBoolean() ? value : Double.doubleToLongBits(value / 3.0);
    }

    private static long taken(List<Long> present, Random random) {
        int at = random.nextInt(present.size());
        long value = present.get(at);
        present.set(at, present.getLast());
        present.removeLast();
        return value;
    }
}
