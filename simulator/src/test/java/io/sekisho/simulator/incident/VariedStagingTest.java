package io.sekisho.simulator.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.simulator.world.Calendar;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VariedStagingTest {
    private static final int SEEDS = 300;
    private final Incident incident = Incidents.read("A03");

    @Test
    void tellsTheSameWithTheSameSeed() {
        assertThat(told(5)).isEqualTo(told(5)).isNotEqualTo(told(6));
    }

    private Rendition told(long seed) {
        return Rendition.of(incident, Staging.varied(incident, seed), Telling.EVENTS);
    }

    @Test
    void differsInSumsByATenthAtMostAndInHoursByTheDay() {
        Set<Integer> hours = new HashSet<>();
        Set<Long> sums = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Staging staging = Staging.varied(incident, seed);
            hours.add(Calendar.hourOf(staging.beginsMillis()));
            sums.add(staging.yen(5_000));
            assertThat(staging.yen(5_000))
                    .as("seed " + seed)
                    .isBetween(4_500L, 5_500L)
                    .isEqualTo(staging.yen(5_000));
        }
        assertThat(hours).hasSize(24);
        assertThat(sums).hasSizeGreaterThan(SEEDS / 2);
    }

    @Test
    void keepsWhoIsWho() {
        Staging staging = Staging.varied(incident, 9);

        assertThat(staging.id(Thing.DEVICE, "owner"))
                .isEqualTo(staging.id(Thing.DEVICE, "owner"))
                .isNotEqualTo(staging.id(Thing.DEVICE, "attacker"));
        assertThat(staging.ip(Who.OWNER, 1_700_000_000_000L))
                .isNotEqualTo(staging.ip(Who.ATTACKER, 1_700_000_000_000L));
        assertThat(staging.email("stranger")).isNotEqualTo(staging.email("friend"));
    }
}
