package io.sekisho.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CardNumbersTest {

    private final CardNumberCheck check = new SchemeCardNumbers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "pay 4242 4242 4242 4242 now",
                "4242-4242-4242-4242",
                "378282246310005",
                "3782 822463 10005",
                "3056 930902 5904",
                "5555555555554444",
                "6011111111111117",
                "3530111333300000",
                "card:4242424242424242,",
                "99 4242 4242 4242 4242",
                "４２４２４２４２４２４２４２４２"
            })
    void findsCardNumbers(String text) {
        assertThat(check.containsCardNumber(text)).isTrue();
        assertThat(check.containsCardNumber(check.masked(text))).isFalse();
        assertThat(check.masked(text)).contains("[card]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4242424242424241",
                "x4242424242424242",
                "4242424242424242y",
                "42424242424242421111",
                "4242  4242  4242  4242",
                "1234567812345670",
                "101208c0a99b601c4b11a8fb8fedc75d6",
                "+1-021-436-2616-2085"
            })
    void leavesOtherTextsAlone(String text) {
        assertThat(check.containsCardNumber(text)).isFalse();
        assertThat(check.masked(text)).isEqualTo(text);
    }

    @Test
    void tokensDependOnNumberAndKeyOnly() {
        CardTokens tokens = tokens("a key for tests");

        assertThat(tokens.tokenOf("4242424242424242"))
                .isEqualTo(tokens("a key for tests").tokenOf("4242424242424242"));
        assertThat(tokens.tokenOf("4242424242424242")).isNotEqualTo(tokens.tokenOf("5555555555554444"));
        assertThat(tokens.tokenOf("4242424242424242"))
                .isNotEqualTo(tokens("another key").tokenOf("4242424242424242"))
                .matches("tok_[0-9a-f]{32}");
    }

    @Test
    void refusesAShortKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens("short"));
    }

    private static CardTokens tokens(String key) {
        return new CardTokens(key.getBytes(StandardCharsets.UTF_8));
    }
}
