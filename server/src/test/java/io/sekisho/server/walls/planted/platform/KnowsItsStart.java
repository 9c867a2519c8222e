package io.sekisho.server.walls.planted.platform;

import io.sekisho.server.walls.planted.Start;

/** Knows what starts it. */
public record KnowsItsStart(Start start) {}
