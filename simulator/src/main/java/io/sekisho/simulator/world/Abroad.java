package io.sekisho.simulator.world;

/** A place outside Japan: a network there, and the time zone that devices are set to. */
public record Abroad(Network network, String timezone) {}
