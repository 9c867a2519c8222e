package io.sekisho.simulator.walls.planted.bare;

/** Stands in a package that is in no layer. */
public record Stray() {}
