package io.sekisho.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PseudonymTest {

    private static final String ONE = "#0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @ParameterizedTest
    @ValueSource(strings = {ONE, ONE + "/" + OTHER, ONE + "/"})
    void isAMarkAndThirtyTwoDigitsAndPerhapsAnAddress(String text) {
        assertThat(Pseudonym.isOne(text)).isTrue();
        assertThat(Pseudonym.network(text)).isEqualTo(ONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "0123456789abcdef0123456789abcdef0",
                "#0123456789abcdef0123456789abcde",
                "#0123456789ABCDEF0123456789abcdef",
                "#0123456789abcdef0123456789abcdeg",
                ONE + "0",
                ONE + "@example.net",
                " " + ONE,
            })
    void nothingElseIsOne(String text) {
        assertThat(Pseudonym.isOne(text)).isFalse();
    }

    @Test
    void isNoAddress() {
        assertThat(IpAddress.parse(ONE)).isEmpty();
    }
}
