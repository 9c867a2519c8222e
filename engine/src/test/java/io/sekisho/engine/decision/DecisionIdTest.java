package io.sekisho.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecisionIdTest {

    /** Computed by sha256sum and base32 of coreutils. */
    @ParameterizedTest
    @CsvSource({
        "https://shop.example, e1, EUBUONZP3NNUM2Y6AICLOL2D54",
        "'', '', NY2AXHH7WN5JRHFFITTLW6AKFR",
        "a, b, LGZHDLQ3XSY5GHKBSKMBP5FRN6",
        "https://店.example, 注文１, SH22CHZI2ZI2ZFROHEIDJGNCFM",
    })
    void isTheBeginningOfTheDigestOfSourceAndId(String source, String id, String decisionId) {
        assertThat(DecisionId.of(source, id)).isEqualTo(decisionId);
    }

    @Test
    void tellsSourceFromId() {
        assertThat(DecisionId.of("ab", "c")).isNotEqualTo(DecisionId.of("a", "bc"));
    }
}
