package io.sekisho.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ShopClockTest {

    private static final long BEGIN = 1_000_000;
    private static final long HALF_A_DAY = 43_200_000;

    private long now = BEGIN + HALF_A_DAY;
    private final ShopClock clock = ShopClock.starting(() -> Instant.ofEpochMilli(now), BEGIN, 60);

    @Test
    void runsFasterThanTheWorld() {
        assertThat(clock.millisUntil(BEGIN)).isZero();
        assertThat(clock.millisUntil(BEGIN + 60_000)).isEqualTo(1_000);

        now += 999;
        assertThat(clock.millisUntil(BEGIN + 60_000)).isEqualTo(1);
        now += 500;
        assertThat(clock.millisUntil(BEGIN + 60_000)).isZero();
    }

    @Test
    void isNeverAheadOfTheWorld() {
        now += HALF_A_DAY;

        assertThat(clock.millisUntil(now - 1)).isZero();
        assertThat(clock.millisUntil(now + 5_000)).isEqualTo(5_000);
    }
}
