package io.sekisho.wire.walls.planted.json;

import org.assertj.core.api.SoftAssertions;

/** Uses a library that is none of the wire's. */
public record NeedsALibrary(SoftAssertions library) {}
