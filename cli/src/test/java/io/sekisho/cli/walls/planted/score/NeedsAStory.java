package io.sekisho.cli.walls.planted.score;

import io.sekisho.cli.walls.planted.story.Story;

/** A command that uses another one. */
public record NeedsAStory(Story story) {}
