package io.sekisho.wire.walls.planted.json;

import io.sekisho.wire.walls.planted.policy.Draft;

/** JSON that knows what is written in it. */
public record NeedsAPolicy(Draft draft) {}
