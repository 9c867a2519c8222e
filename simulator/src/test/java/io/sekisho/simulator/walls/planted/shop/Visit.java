package io.sekisho.simulator.walls.planted.shop;

import io.sekisho.simulator.walls.planted.world.Place;

/** Clean: a shop stands in the world. */
public record Visit(Place place) {}
