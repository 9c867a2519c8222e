package io.sekisho.planted.bare;

/** In a package without a package-info. */
public record Unmarked() {}
