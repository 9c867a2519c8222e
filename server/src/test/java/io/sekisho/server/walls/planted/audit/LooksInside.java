package io.sekisho.server.walls.planted.audit;

import io.sekisho.server.walls.planted.platform.inside.Detail;

/** Uses what another module hides. */
public record LooksInside(Detail detail) {}
