package io.sekisho.cli.walls.planted.bare;

import picocli.CommandLine;

/** Reads arguments below the command line. */
public record NeedsACommandLine(CommandLine line) {}
