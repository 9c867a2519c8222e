package io.sekisho.wire.mapping;

/** Where a value comes from. */
sealed interface Origin {

    Place place();

    /** A column of the CSV file, by the name in its first line. */
    record Column(String name, Place place) implements Origin {}

    /** The same text for every row. */
    record Constant(String value, Place place) implements Origin {}
}
