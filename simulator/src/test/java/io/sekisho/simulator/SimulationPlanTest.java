package io.sekisho.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationPlanTest {
    @Test
    void refusesAllThatIsWrongAtOnceAndNamesWhatIsKnown() {
        assertThatThrownBy(() -> new SimulationPlan(1, 0, -3, List.of("S99"), List.of("x"), List.of("T99")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days is 0; it must be from 1 to")
                .hasMessageContaining("accounts is -3")
                .hasMessageContaining("no scenario \"S99\"; known are S01")
                .hasMessageContaining("no variant \"x\"; known are plain, a, b, c, d, e")
                .hasMessageContaining("no trap \"T99\"; known are T05, T09, T10");
    }

    @Test
    void takesWordsInAnyCase() {
        SimulationPlan plan = new SimulationPlan(1, 1, 1, List.of("s01"), List.of("B"), List.of("t05 "));

        assertThat(plan.scenarios()).containsExactly("S01");
        assertThat(plan.variants()).containsExactly("b");
        assertThat(plan.traps()).containsExactly("T05");
    }

    @Test
    void catalogueTellsEachScenarioAndTrapInALine() {
        assertThat(Catalogue.scenarios()).extracting(Catalogue.Entry::id).containsExactly("S01");
        assertThat(Catalogue.traps()).extracting(Catalogue.Entry::id).containsExactly("T05", "T09", "T10");
        assertThat(Catalogue.scenarios()).allMatch(entry -> !entry.summary().contains("\n"));
    }

    @Test
    void theSmallestPlanRuns() {
        Written written = Written.by(SimulationPlan.of(1, 1, 1));

        assertThat(written.lines()).isNotEmpty();
        assertThat(written.labelled("account")).hasSize(1);
    }
}
