package io.sekisho.server.walls.planted.stray;

/** Stands in no order. */
public final class Stray {}
