package io.sekisho.simulator.world;

/** Somebody's way into the internet, as the shop sees it: an address for each use. */
@FunctionalInterface
public interface Network {
    /** The address seen at a moment; the dice choose where a carrier has several exits. */
    String address(long time, Dice dice);
}
