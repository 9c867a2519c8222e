package io.sekisho.server.walls.planted.platform;

import io.sekisho.server.walls.planted.label.Mark;

/** Uses a module that comes after its own. */
public record NeedsALabel(Mark mark) {}
