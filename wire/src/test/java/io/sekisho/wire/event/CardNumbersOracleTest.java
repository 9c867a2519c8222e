package io.sekisho.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The finder of card numbers beside a slow one: regular expressions and published prefixes. */
class CardNumbersOracleTest {

    private static final int TEXTS = 40_000;

    private static final List<Pattern> SHAPES = List.of(
            shape("[0-9]{13,19}"),
            shape("[0-9]{4}S[0-9]{4}S[0-9]{4}S[0-9]{4}S[0-9]{1,3}"),
            shape("[0-9]{4}S[0-9]{4}S[0-9]{4}S[0-9]{4}"),
            shape("[0-9]{4}S[0-9]{6}S[0-9]{5}"),
            shape("[0-9]{4}S[0-9]{6}S[0-9]{4}"));

    private static final Pattern SCHEMES = Pattern.compile(
            "4[0-9]{12}" // Visa
                    + "|4[0-9]{15,18}"
                    + "|5[1-5][0-9]{14}|(222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}" // Mastercard
                    + "|3[47][0-9]{13}" // American Express
                    + "|(30[0-5]|36[0-9]|3[89][0-9])[0-9]{11,16}|3095[0-9]{10,15}" // Diners Club
                    + "|35(2[89]|[3-8][0-9])[0-9]{12,15}" // JCB
                    + "|(62|81)[0-9]{14,17}|82[0-9]{14}" // UnionPay, RuPay
                    + "|220[0-4][0-9]{12,15}|9792[0-9]{12}" // Mir, Troy
                    + "|(50|5[678]|6[0-9])[0-9]{11,17}"); // Maestro, Discover, RuPay

    private static final List<String> PIECES = List.of(
            "4242",
            "4242424242424242",
            "378282246310005",
            "3782",
            "822463",
            "10005",
            "30569309025904",
            "3056",
            "930902",
            "5904",
            "6212",
            "345678901232",
            "5555",
            "4444",
            "0000",
            "9",
            "17",
            "1",
            "4",
            "6",
            "２",
            "４２４２",
            "𝟒",
            "x",
            "é",
            "関",
            ".",
            ",",
            "/",
            " ",
            " ",
            " ",
            "-",
            "-",
            "　",
            "－",
            "\u2010",
            "  ",
            "");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesOnTextsFullOfDigitsAndSeparators(long seed) {
        Random random = new Random(seed);
        int found = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            boolean isIn = isIn(text);
            assertThat(CardNumbers.isIn(text))
                    .as("seed %d, text %d: '%s'", seed, i, text)
                    .isEqualTo(isIn);
            found += isIn ? 1 : 0;
        }
        assertThat(found).as("seed %d: texts with a card number", seed).isBetween(TEXTS / 50, TEXTS / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void agreesOnNumbersThatAreAllButRight(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder digits = new StringBuilder();
            int length = 12 + random.nextInt(9);
            for (int d = 0; d < length; d++) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            String text = digits.toString();
            assertThat(CardNumbers.isIn(text))
                    .as("seed %d, number %s", seed, text)
                    .isEqualTo(isIn(text));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void leavesNoCardNumberInAMaskedText(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            String masked = CardNumbers.mask(text);
            assertThat(isIn(masked))
                    .as("seed %d: '%s' became '%s'", seed, text, masked)
                    .isFalse();
            assertThat(masked.equals(text)).as("seed %d: '%s'", seed, text).isEqualTo(!isIn(text));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(10);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static boolean isIn(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(normal);
            while (matcher.find()) {
                String digits = matcher.group(1).replaceAll("[^0-9]", "");
                if (SCHEMES.matcher(digits).matches() && CardNumberSamples.passesLuhn(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The digits as a group of their own, matched ahead, so that overlapping candidates are all seen. */
    private static Pattern shape(String groups) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{Nd}])(?=(" + groups.replace("S", "[ \u2010-]") + ")(?![\\p{L}\\p{Nd}]))");
    }
}
