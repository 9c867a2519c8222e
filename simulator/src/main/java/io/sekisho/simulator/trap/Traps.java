package io.sekisho.simulator.trap;

import java.util.List;

/** All false-positive traps that can be set. */
public final class Traps {
    private static final List<Trap> ALL = List.of(new CrowdedExit(), new OrderHider(), new FirstGift());

    private Traps() {}

    public static List<Trap> all() {
        return ALL;
    }
}
