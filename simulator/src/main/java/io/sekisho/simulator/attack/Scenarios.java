package io.sekisho.simulator.attack;

import java.util.List;

/** All attack scenarios that can be played; the first is the default. */
public final class Scenarios {
    private static final List<Scenario> ALL = List.of(new GiftCardTakeover());

    private Scenarios() {}

    public static List<Scenario> all() {
        return ALL;
    }
}
