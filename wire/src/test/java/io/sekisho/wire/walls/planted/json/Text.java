package io.sekisho.wire.walls.planted.json;

/** Clean: it uses nothing. */
public record Text(String value) {}
