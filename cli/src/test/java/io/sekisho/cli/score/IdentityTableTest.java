package io.sekisho.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IdentityTableTest {

    @Test
    void numbersTextsAsAMapWould() {
        long seed = 7;
        Random random = new Random(seed);
        IdentityTable table = new IdentityTable();
        Map<String, Integer> naive = new LinkedHashMap<>();

        for (int step = 0; step < 50_000; step++) {
            String text = "id-" + random.nextInt(20_000);
            int expected = naive.computeIfAbsent(text, key -> naive.size());
            assertThat(table.add(text)).as("seed %d, step %d", seed, step).isEqualTo(expected);
        }

        assertThat(table.size()).isEqualTo(naive.size());
        naive.forEach((text, number) -> assertThat(table.find(text)).isEqualTo(number));
        assertThat(table.find("never added")).isEqualTo(-1);
    }
}
