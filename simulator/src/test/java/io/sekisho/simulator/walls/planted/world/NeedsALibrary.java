package io.sekisho.simulator.walls.planted.world;

import org.assertj.core.api.SoftAssertions;

/** Uses a library that is none of the simulator's. */
public record NeedsALibrary(SoftAssertions library) {}
