package io.sekisho.simulator.walls.planted.world;

import io.sekisho.simulator.walls.planted.shop.Visit;

/** A world that knows the shop in it. */
public record NeedsAShop(Visit visit) {}
