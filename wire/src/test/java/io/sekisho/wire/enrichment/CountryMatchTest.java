package io.sekisho.wire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.expression.Absence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryMatchTest {
    @ParameterizedTest
    @CsvSource({
        "JP, 126.0.0.1, EQUAL",
        "jp, 126.0.0.1, EQUAL",
        "' JP ', 126.0.0.1, EQUAL",
        "US, 126.0.0.1, DIFFERENT",
        "UK, 81.2.69.160, EQUAL",
        "GB, 81.2.69.160, EQUAL"
    })
    void comparesTheCountries(String card, String address, CountryMatch expected) {
        assertThat(CountryMatch.of(card, NetworkTable.shipped().lookup(address).country())
                        .value())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 126.0.0.1, NOT_GIVEN",
        "JPN, 126.0.0.1, MALFORMED",
        "1A, 126.0.0.1, MALFORMED",
        "日本, 126.0.0.1, MALFORMED",
        "JP, 203.0.113.9, DOCUMENTATION_RANGE",
        "JP, 10.0.0.1, PRIVATE_RANGE",
        "JP, nonsense, MALFORMED"
    })
    void saysWhyItCannotCompare(String card, String address, Absence reason) {
        assertThat(CountryMatch.of(card, NetworkTable.shipped().lookup(address).country())
                        .absence())
                .contains(reason);
    }

    @Test
    void spellsItselfInLowerCase() {
        assertThat(CountryMatch.DIFFERENT.code()).isEqualTo("different");
        assertThat(Absence.NOT_IN_TABLE.word()).isEqualTo("not_in_table");
        assertThat(NetworkKind.HOSTING.code()).isEqualTo("hosting");
        assertThat(AgentKind.BOT.code()).isEqualTo("bot");
    }
}
