package io.sekisho.server.walls.planted;

/** What puts the modules together. */
public final class Start {}
