package io.sekisho.server.walls.planted.platform;

import io.sekisho.server.walls.planted.platform.inside.Detail;

/** Uses its own module alone: clean. */
public record Ground(Detail detail) {}
