package io.sekisho.wire.event;

import static io.sekisho.wire.event.CardNumberSamples.grouped;
import static io.sekisho.wire.event.CardNumberSamples.number;
import static io.sekisho.wire.event.CardNumberSamples.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a card number by the contract's rule, and what is none. */
class CardNumbersTest {

    private static final String VISA = "4242424242424242";
    private static final String AMEX = "378282246310005";
    private static final String DINERS = "30569309025904";

    @ParameterizedTest
    @CsvSource({
        "Visa of old, 4, 13",
        "Visa, 4, 16",
        "Visa, 4, 19",
        "Mastercard, 51, 16",
        "Mastercard, 55, 16",
        "Mastercard, 2221, 16",
        "Mastercard, 2720, 16",
        "American Express, 34, 15",
        "American Express, 37, 15",
        "Diners Club, 300, 14",
        "Diners Club, 305, 16",
        "Diners Club, 3095, 14",
        "Diners Club, 36, 14",
        "Diners Club, 36, 19",
        "Diners Club, 38, 14",
        "Diners Club, 39, 16",
        "JCB, 3528, 16",
        "JCB, 3589, 16",
        "JCB, 3530, 19",
        "Discover, 6011, 16",
        "Discover, 644, 16",
        "Discover, 65, 19",
        "UnionPay, 62, 16",
        "UnionPay, 62, 17",
        "UnionPay, 62, 18",
        "UnionPay, 62, 19",
        "UnionPay, 81, 16",
        "RuPay, 60, 16",
        "RuPay, 82, 16",
        "Mir, 2200, 16",
        "Mir, 2204, 19",
        "Troy, 9792, 16",
        "Maestro, 50, 13",
        "Maestro, 56, 15",
        "Maestro, 58, 19",
        "Maestro, 67, 14"
    })
    void knowsTheSchemes(String scheme, String prefix, int length) {
        String number = number(prefix, length);

        assertThat(CardNumbers.isIn(number)).as("%s %s", scheme, number).isTrue();
        assertThat(CardNumbers.isIn(wrong(number)))
                .as("%s, wrong check digit", scheme)
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 16",
        "2220, 16",
        "2721, 16",
        "31, 16",
        "3527, 16",
        "359, 16",
        "7, 16",
        "80, 16",
        "9, 16",
        "0, 16",
        "4, 14",
        "4, 15",
        "51, 15",
        "51, 17",
        "34, 14",
        "37, 16",
        "3530, 15",
        "300, 13",
        "82, 17",
        "9792, 17"
    })
    void leavesOutWhatNoSchemeHas(String prefix, int length) {
        assertThat(CardNumbers.isIn(number(prefix, length))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void leavesOutFewerThanThirteenDigits(int length) {
        assertThat(CardNumbers.isIn(number("4", length))).isFalse();
        assertThat(CardNumbers.isIn(number("6", length))).isFalse();
    }

    @Test
    void leavesOutMoreThanNineteenDigits() {
        assertThat(CardNumbers.isIn(VISA + "0000")).isFalse();
        assertThat(CardNumbers.isIn("0000" + VISA)).isFalse();
        assertThat(CardNumbers.isIn(VISA + VISA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "4242 4242-4242 4242",
                "4242 4242 4242 4242 17",
                "3782 822463 10005",
                "3782-822463-10005",
                "3056 930902 5904",
                "3056-930902-5904",
            })
    void findsGroups(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
        assertThat(CardNumbers.isIn("no. " + text + ".")).isTrue();
    }

    @Test
    void findsAFifthGroupOfOneToThreeDigits() {
        assertThat(CardNumbers.isIn(grouped(number("62", 17), " ", 4, 4, 4, 4, 1)))
                .isTrue();
        assertThat(CardNumbers.isIn(grouped(number("62", 18), "-", 4, 4, 4, 4, 2)))
                .isTrue();
        assertThat(CardNumbers.isIn(grouped(number("62", 19), " ", 4, 4, 4, 4, 3)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242  4242 4242 4242",
                "4242--4242-4242-4242",
                "4242 - 4242 - 4242 - 4242",
                "4242.4242.4242.4242",
                "4242/4242/4242/4242",
                "4242_4242_4242_4242",
                "4242\t4242\t4242\t4242",
                "4242\n4242\n4242\n4242",
                "42424242 42424242",
                "424242 4242424242",
                "42 4242 4242 4242 42",
                "4242 42424242 4242",
                "4242 4242 4242 424 2",
                "37828 224631 0005",
                "3782 8224631 0005",
                "4242 4242 4242 4243",
            })
    void leavesOutOtherGroups(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @Test
    void leavesOutThirteenDigitsInGroups() {
        assertThat(CardNumbers.isIn(grouped(number("4", 13), " ", 4, 4, 4, 1))).isFalse();
        assertThat(CardNumbers.isIn(grouped(number("62", 19), " ", 6, 13))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "４２４２４２４２４２４２４２４２",
                "４２４２－４２４２－４２４２－４２４２",
                "４２４２　４２４２　４２４２　４２４２",
                "4242\u00a04242\u00a04242\u00a04242",
                "4242\u20094242\u20094242\u20094242",
                "4242\u20104242\u20104242\u20104242",
                "4242\u20114242\u20114242\u20114242",
                "𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐𝟒𝟐",
                "⁴²⁴²⁴²⁴²⁴²⁴²⁴²⁴²",
            })
    void findsWhatNfkcMakesDigitsAndSeparatorsOf(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢", "४२४२४२४२४२४२४२४२", "四二四二四二四二四二四二四二四二"})
    void leavesOutDigitsThatNfkcLeavesAlone(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "9", "é", "関", "カ", "ー", "ß", "𝐀", "٣"})
    void leavesOutARunThatTouchesALetterOrDigit(String neighbour) {
        assertThat(CardNumbers.isIn(neighbour + VISA)).isFalse();
        assertThat(CardNumbers.isIn(VISA + neighbour)).isFalse();
        assertThat(CardNumbers.isIn(neighbour + "4242 4242 4242 4242")).isFalse();
        assertThat(CardNumbers.isIn("4242 4242 4242 4242" + neighbour)).isFalse();
        assertThat(CardNumbers.isIn(neighbour + "3782 822463 10005" + neighbour))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "-", ".", ",", ":", "/", "_", "\"", "'", "(", "[", "{", "=", "#", "\n", "、", "「", "：", "😀"
            })
    void findsARunBesideAnythingElse(String neighbour) {
        assertThat(CardNumbers.isIn(neighbour + VISA)).isTrue();
        assertThat(CardNumbers.isIn(VISA + neighbour)).isTrue();
        assertThat(CardNumbers.isIn(neighbour + "4242-4242-4242-4242" + neighbour))
                .isTrue();
    }

    @Test
    void findsANumberBehindDigitsThatAreNone() {
        assertThat(CardNumbers.isIn("order 1234 5678 4242 4242 4242 4242")).isTrue();
        assertThat(CardNumbers.isIn("1111111111111111 " + AMEX)).isTrue();
        assertThat(CardNumbers.isIn("(" + DINERS + ")")).isTrue();
    }

    @Test
    void masksEveryNumberAndNothingElse() {
        assertThat(CardNumbers.mask("Pay with 4242 4242 4242 4242, or 3782-822463-10005 (05/27), not 1234."))
                .isEqualTo("Pay with [card], or [card] (05/27), not 1234.");
        assertThat(CardNumbers.mask(VISA)).isEqualTo("[card]");
        assertThat(CardNumbers.mask(VISA + " " + VISA + "," + VISA)).isEqualTo("[card] [card],[card]");
    }

    @Test
    void masksWhatNfkcReveals() {
        assertThat(CardNumbers.mask("カード：４２４２　４２４２　４２４２　４２４２です")).isEqualTo("カード：４２４２　４２４２　４２４２　４２４２です");
        assertThat(CardNumbers.mask("カード：４２４２　４２４２　４２４２　４２４２。")).isEqualTo("カード:[card]。");
    }

    @Test
    void leavesATextWithoutCardNumbersAsItIs() {
        String text = "ﾊﾝｶｸ と　全角 ①";
        assertThat(CardNumbers.mask(text)).isSameAs(text);
    }

    @Test
    void takesAnEan13ForAnArticleNumber() {
        String ean = eanThatPassesLuhn();

        assertThat(CardNumbers.isIn(ean)).isTrue();
        assertThat(CardNumbers.isInArticleNumber(ean)).isFalse();
        assertThat(CardNumbers.isInArticleNumber(" " + ean + " ")).isFalse();
        assertThat(CardNumbers.isInArticleNumber("JAN " + ean)).isTrue();
        assertThat(CardNumbers.isInArticleNumber(VISA)).isTrue();
    }

    @Test
    void takesNoOtherThirteenDigitsForAnArticleNumber() {
        String number = "4222222222222";
        assertThat(CardNumbers.isInArticleNumber(number)).isTrue();
    }

    /** Of a Japanese maker, 49: both check digits right by chance. */
    private static String eanThatPassesLuhn() {
        for (int item = 0; ; item++) {
            String body = "490%09d".formatted(item);
            int sum = 0;
            for (int i = 0; i < 12; i++) {
                sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
            }
            String ean = body + (10 - sum % 10) % 10;
            if (CardNumberSamples.passesLuhn(ean)) {
                return ean;
            }
        }
    }
}
