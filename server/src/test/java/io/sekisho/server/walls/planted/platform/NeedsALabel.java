package io.sekisho.server.walls.planted.platform;

import io.sekisho.server.walls.planted.projection.Mark;

/** Uses a module that comes after its own. */
public record NeedsALabel(Mark mark) {}
