package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Origin;

/** Where the mapping takes a value from. */
sealed interface Input {

    /** Where the mapping says so. */
    Origin origin();

    /** A column of the CSV file, by the name in its first line. */
    record Column(String name, Origin origin) implements Input {}

    /** The same text for every row. */
    record Constant(String value, Origin origin) implements Input {}
}
