package io.sekisho.simulator.stage;

import io.sekisho.simulator.stream.ShopEvent;

/** An event that was told, and what the shop lets happen after it. */
public record Told(ShopEvent event, Answer answer) {}
