package io.sekisho.wire.walls.planted.policy;

import io.sekisho.wire.walls.planted.json.Text;

/** Clean by itself: a policy may use JSON. */
public record Draft(Text text) {}
