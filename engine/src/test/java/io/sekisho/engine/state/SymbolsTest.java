package io.sekisho.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sekisho.engine.testkit.StateTape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SymbolsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersWordsLikeALinkedMap(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> expected = new LinkedHashMap<>();
        Symbols symbols = new Symbols();
        for (int step = 0; step < 20_000; step++) {
            String word = word(random);
            String where = "seed " + seed + ", step " + step + ", word " + word;
            assertThat(symbols.find(word)).as(where).isEqualTo(expected.getOrDefault(word, Symbols.NONE));
            if (random.nextBoolean()) {
                int number = expected.computeIfAbsent(word, none -> expected.size());
                assertThat(symbols.of(word)).as(where).isEqualTo(number);
            }
            assertThat(symbols.size()).as(where).isEqualTo(expected.size());
        }
        assertHolds(symbols, expected);
        StateTape tape = new StateTape();
        symbols.writeTo(tape);
        assertHolds(Symbols.readFrom(tape), expected);
        assertThat(tape.isFinished()).isTrue();
    }

    @Test
    void tellsWordsOfOneHashApart() {
        Symbols symbols = new Symbols();
        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(symbols.of("Aa")).isNotEqualTo(symbols.of("BB"));
        assertThat(symbols.word(symbols.of("BB"))).isEqualTo("BB");
    }

    @Test
    void hasNoWordForANumberNeverGiven() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Symbols().word(0));
    }

    private static void assertHolds(Symbols symbols, Map<String, Integer> expected) {
        assertThat(symbols.size()).isEqualTo(expected.size());
        expected.forEach((word, number) -> {
            assertThat(symbols.find(word)).isEqualTo(number);
            assertThat(symbols.word(number)).isEqualTo(word);
        });
    }

    /** Many share a hash: every "Aa" may be a "BB". */
    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            word.append(random.nextBoolean() ? "Aa" : "BB");
        }
        return random.nextBoolean()
                ? word.toString()
                : word.append(random.nextInt(5_000)).toString();
    }
}
