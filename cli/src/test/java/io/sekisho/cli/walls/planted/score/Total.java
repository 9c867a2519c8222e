package io.sekisho.cli.walls.planted.score;

/** Clean: it uses no other command. */
public record Total(long orders) {}
