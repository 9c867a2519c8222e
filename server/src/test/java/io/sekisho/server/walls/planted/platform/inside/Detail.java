package io.sekisho.server.walls.planted.platform.inside;

/** What is hidden. */
public record Detail(int size) {}
