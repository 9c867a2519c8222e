package io.sekisho.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {

    private static final List<String> WORDS = List.of("count", "sum", "distinct", "time_since", "known", "amount");

    @ParameterizedTest
    @CsvSource({
        "coumt, count",
        "counts, count",
        "som, sum",
        "distinkt, distinct",
        "timesince, time_since",
        "time-sinze, time_since",
        "knows, known",
    })
    void isTheNearestWord(String typed, String meant) {
        assertThat(Suggestion.forWord(typed, WORDS)).isEqualTo(" Did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"zebra", "s", "''", "timestamps", "average", "cuont"})
    void isNothingWhereNoWordIsNear(String typed) {
        assertThat(Suggestion.forWord(typed, WORDS)).isEmpty();
    }

    @Test
    void isTheFirstInTheAlphabetOfWordsEquallyNear() {
        assertThat(Suggestion.forWord("cat", List.of("hat", "bat", "rat"))).isEqualTo(" Did you mean 'bat'?");
        assertThat(Suggestion.forWord("cat", List.of("bat", "rat", "hat"))).isEqualTo(" Did you mean 'bat'?");
    }

    @Test
    void measuresLikeTheDefinitionOfTheDistance() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            String a = word(random);
            String b = word(random);
            assertThat(Suggestion.distance(a, b))
                    .as("seed %d: %s, %s", seed, a, b)
                    .isEqualTo(naive(a, b));
        }
    }

    private static int naive(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int replaced = naive(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        int removed = 1 + Math.min(naive(a.substring(1), b), naive(a, b.substring(1)));
        return Math.min(replaced, removed);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }
}
