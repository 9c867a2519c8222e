package io.sekisho.cli.walls.planted.bare;

import java.util.logging.Logger;

/** Logs from below the command line. */
public record Logs(Logger log) {}
