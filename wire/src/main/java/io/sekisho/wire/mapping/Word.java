package io.sekisho.wire.mapping;

/** A scalar of the mapping file and where it stands. */
record Word(String value, Place place) {}
