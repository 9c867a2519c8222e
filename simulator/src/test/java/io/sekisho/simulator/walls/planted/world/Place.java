package io.sekisho.simulator.walls.planted.world;

/** Clean: it uses nothing. */
public record Place(String name) {}
