package io.sekisho.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.testkit.StateTape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LongTableTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void numbersKeysLikeALinkedMap(long seed) {
        Random random = new Random(seed);
        Map<Long, Integer> expected = new LinkedHashMap<>();
        LongTable table = new LongTable();
        for (int step = 0; step < 20_000; step++) {
            long key = key(random);
            String where = "seed " + seed + ", step " + step + ", key " + key;
            assertThat(table.find(key)).as(where).isEqualTo(expected.getOrDefault(key, LongTable.NONE));
            if (random.nextBoolean()) {
                int number = expected.computeIfAbsent(key, none -> expected.size());
                assertThat(table.of(key)).as(where).isEqualTo(number);
            }
            assertThat(table.size()).as(where).isEqualTo(expected.size());
        }
        assertHolds(table, expected);
        StateTape tape = new StateTape();
        table.writeTo(tape);
        assertHolds(LongTable.readFrom(tape), expected);
        assertThat(tape.isFinished()).isTrue();
    }

    private static void assertHolds(LongTable table, Map<Long, Integer> expected) {
        assertThat(table.size()).isEqualTo(expected.size());
        expected.forEach((key, number) -> {
            assertThat(table.find(key)).isEqualTo(number);
            assertThat(table.key(number)).isEqualTo(key);
        });
    }

    /** Small numbers, pairs of symbols, and the extremes. */
    private static long key(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3_000);
            case 1 -> (long) random.nextInt(100) << 32 | random.nextInt(100);
            case 2 -> random.nextInt(50) << 16;
            default -> random.nextInt(3) == 0 ? Long.MIN_VALUE + random.nextInt(3) : random.nextLong();
        };
    }
}
