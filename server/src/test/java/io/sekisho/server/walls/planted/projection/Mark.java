package io.sekisho.server.walls.planted.projection;

import io.sekisho.server.walls.planted.platform.Ground;

/** Stands on the first module: clean. */
public record Mark(Ground ground) {}
