package io.sekisho.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateTest {

    /** Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void agreesWithPublishedIntervals(long hits, long of, double low, double high) {
        Rate rate = new Rate(hits, of);

        assertThat(rate.low()).isCloseTo(low, within(0.00005));
        assertThat(rate.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void ofNothingAnythingIsPossible() {
        Rate rate = new Rate(0, 0);

        assertThat(rate.share()).isZero();
        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isEqualTo(1);
    }

    @Test
    void refusesMoreHitsThanTries() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(2, 1));
    }
}
