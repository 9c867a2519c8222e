package io.sekisho.engine.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows and patterns of types as a policy writes them. */
final class NotationTest {

    @ParameterizedTest
    @CsvSource({
        "60s, 60000",
        "90s, 90000",
        "1m, 60000",
        "10m, 600000",
        "24h, 86400000",
        "180d, 15552000000",
        "4320h, 15552000000",
        "ever, 9223372036854775807"
    })
    void aWindowIsFromAMinuteTo180DaysOrEver(String text, long millis) {
        assertThat(Window.parse(text)).contains(new Window(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0s",
                "59s",
                "181d",
                "4321h",
                "1",
                "m",
                "1 m",
                "-1m",
                "+1m",
                "1.5h",
                "1w",
                "1M",
                "1m ",
                "Ever",
                "99999999999d",
                "1h30m",
                "\u0661m"
            })
    void nothingElseIsAWindow(String text) {
        assertThat(Window.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0s, 0", "2s, 2000", "9999999999d, 863999999913600000"})
    void aSpanMayBeOfAnyLength(String text, long millis) {
        assertThat(Window.span(text)).contains(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "order.created, order.created, true",
        "order.created, order.created2, false",
        "order.*, order.created, true",
        "order.*, orders.created, false",
        "login.*, login.failed, true",
        "*, custom.anything, true",
        "custom.*, custom.a.b, true",
        "custom.a.*, custom.b.a, false",
    })
    void aPatternMatchesATypeOrAGroup(String pattern, String type, boolean isMatch) {
        assertThat(TypePattern.matches(pattern, type)).isEqualTo(isMatch);
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "order.*, true",
        "custom.visit, true",
        "custom.*, true",
        "custom.a.*, true",
        "order.created, true",
        "order*, false",
        "ord.*, false",
        "order, false",
        "custom., false",
        "'', false",
        "*.created, false",
        ".*, false"
    })
    void aPatternThatNothingMatchesIsAMistake(String pattern, boolean isPossible) {
        assertThat(TypePattern.isPossible(pattern)).isEqualTo(isPossible);
    }
}
