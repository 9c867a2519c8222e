package io.sekisho.cli.walls.planted.score;

import io.sekisho.cli.walls.planted.demo.Story;

/** A command that uses another one. */
public record NeedsADemo(Story story) {}
