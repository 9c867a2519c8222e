package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client and the server call the same a card number. */
final class CardNumbersTest {

    private static final int TEXTS = 20_000;
    private static final String[] PREFIXES = {
        "4", "51", "55", "2221", "2720", "34", "37", "300", "3095", "36", "39", "3528", "3589", "6011", "62", "81",
        "82", "2200", "9792", "50", "58", "6", "1", "9"
    };
    private static final String[] JOINTS = {" ", "-", "\u2010", "", "  ", ".", "\u3000", "\u2011"};
    private static final String[] EDGES = {"", " ", "a", "7", "、", "é", "\uD801\uDC00", "(", "\u0661", "4242 "};
    private static final int[][] GROUPS = {
        {16},
        {13},
        {14},
        {15},
        {19},
        {4, 4, 4, 4},
        {4, 4, 4, 4, 1},
        {4, 4, 4, 4, 3},
        {4, 6, 5},
        {4, 6, 4},
        {4, 4, 5},
        {12}
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void seesWhatTheServerSees(long seed) {
        Random random = new Random(seed);
        int cards = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            boolean isCard = io.sekisho.wire.event.CardNumbers.isIn(text);
            cards += isCard ? 1 : 0;
            assertThat(CardNumbers.isIn(text))
                    .as("seed %d, text %d: <%s>", seed, i, text)
                    .isEqualTo(isCard);
            assertThat(CardNumbers.isInArticleNumber(text))
                    .as("seed %d, article number %d: <%s>", seed, i, text)
                    .isEqualTo(io.sekisho.wire.event.CardNumbers.isInArticleNumber(text));
        }
        assertThat(cards).as("seed %d", seed).isBetween(TEXTS / 20, TEXTS * 19 / 20);
    }

    @Test
    void seesFullWidthDigits() {
        assertThat(CardNumbers.isIn("４２４２４２４２４２４２４２４２")).isTrue();
    }

    private static String text(Random random) {
        String edges = any(random, EDGES);
        return edges + number(random) + any(random, EDGES) + (random.nextInt(4) == 0 ? number(random) : "");
    }

    private static String number(Random random) {
        int[] groups = GROUPS[random.nextInt(GROUPS.length)];
        int length = java.util.Arrays.stream(groups).sum();
        StringBuilder digits = new StringBuilder(any(random, PREFIXES));
        while (digits.length() < length - 1) {
            digits.append(random.nextInt(10));
        }
        digits.append(random.nextInt(4) == 0 ? random.nextInt(10) : check(digits.toString()));
        StringBuilder grouped = new StringBuilder();
        int at = 0;
        String joint = any(random, JOINTS);
        for (int group : groups) {
            grouped.append(at == 0 ? "" : joint).append(digits, at, at + group);
            at += group;
        }
        return grouped.toString();
    }

    private static int check(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private static String any(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }
}
