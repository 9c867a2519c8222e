package io.sekisho.simulator;

import io.sekisho.simulator.attack.Scenarios;
import io.sekisho.simulator.attack.Variant;
import io.sekisho.simulator.trap.Traps;
import java.util.List;

/** What can be simulated: every scenario with its variants, and every trap. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * A scenario or a trap.
     *
     * @param variants words that the plan takes; empty for a trap
     */
    public record Entry(String id, String summary, List<String> variants) {
        public Entry {
            variants = List.copyOf(variants);
        }
    }

    public static List<Entry> scenarios() {
        return Scenarios.all().stream()
                .map(scenario -> new Entry(
                        scenario.id(),
                        scenario.summary(),
                        scenario.variants().stream().map(Variant::word).toList()))
                .toList();
    }

    public static List<Entry> traps() {
        return Traps.all().stream()
                .map(trap -> new Entry(trap.id(), trap.summary(), List.of()))
                .toList();
    }
}
