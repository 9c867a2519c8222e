package io.sekisho.cli.walls.planted.story;

import io.sekisho.cli.walls.planted.score.Total;

/** Clean: the demo may tell a score. */
public record Story(Total total) {}
