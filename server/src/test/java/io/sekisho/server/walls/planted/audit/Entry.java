package io.sekisho.server.walls.planted.audit;

import io.sekisho.server.walls.planted.platform.Ground;

/** Uses a module before its own: clean. */
public record Entry(Ground ground) {}
