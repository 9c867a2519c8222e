package io.sekisho.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that make the shop believable. */
class StatisticsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFigureKeepsItsTarget(long seed) {
        SimulationStats stats = new Simulation(SimulationPlan.of(seed, 30, 8000)).run(OutputStream.nullOutputStream());

        // Strictly: in a stream this long chance is no excuse.
        assertThat(stats.figures()).as("seed %d%n%s", seed, stats.table()).allSatisfy(figure -> {
            if (figure.target() != null) {
                assertThat(figure.value())
                        .as(figure.name())
                        .isBetween(figure.target().low(), figure.target().high());
            }
        });
    }

    @Test
    void chanceInASmallStreamMissesNoTarget() {
        SimulationStats stats = new Simulation(SimulationPlan.of(5, 30, 1000)).run(OutputStream.nullOutputStream());

        assertThat(stats.table()).doesNotContain("missed");
    }

    @Test
    void theMostSuspiciousHonestGiftIsRareButOccurs() {
        SimulationStats stats = new Simulation(SimulationPlan.of(5, 30, 12_000)).run(OutputStream.nullOutputStream());

        assertThat(stats.value("first gift, new recipient, such a device, of gift orders"))
                .isBetween(0.0005, 0.03);
    }

    @Test
    void aNewDeviceHardlyMakesANewRecipientLikelier() {
        SimulationStats stats =
                new Simulation(SimulationPlan.of(6, 30, 12_000).withoutAttacks()).run(OutputStream.nullOutputStream());

        double ofGifts = stats.value("from such a device of gift orders");
        double ofOrders = stats.value("from a device younger than a day of orders");
        assertThat(ofGifts / ofOrders).isBetween(0.6, 1.5);
    }

    @Test
    void aMonthOfTwoThousandAccountsHasTheExpectedLength() {
        SimulationStats stats = new Simulation(SimulationPlan.of(7, 30, 2000)).run(OutputStream.nullOutputStream());

        assertThat(stats.value("events")).isBetween(60_000.0, 100_000.0);
        assertThat(stats.value("attacked accounts")).isEqualTo(20);
        assertThat(stats.eventsByType().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo((long) stats.value("events"));
    }

    @Test
    void theTableShowsMeasuredBesideTarget() {
        String table = new Simulation(SimulationPlan.of(7, 3, 100))
                .run(OutputStream.nullOutputStream())
                .table();

        assertThat(table).contains("measured", "target", "hidden of orders", "0.0050 to 0.0150", "login.succeeded");
    }
}
