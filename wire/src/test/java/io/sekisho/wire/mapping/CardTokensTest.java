package io.sekisho.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class CardTokensTest {

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
