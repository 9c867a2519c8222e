package io.sekisho.wire.walls.planted.event;

import io.sekisho.wire.walls.planted.json.Text;

/** Clean: an event may use JSON. */
public record Happening(Text text) {}
