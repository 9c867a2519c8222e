package io.sekisho.server.projection.table;

/** What a column holds, in Java and in PostgreSQL. */
public enum Kind {
    /** A String; text. */
    TEXT,
    /** A Long; bigint. */
    WHOLE,
    /** A Long, milliseconds since 1970; timestamptz. */
    TIME,
    /** A Boolean; boolean. */
    FLAG,
    /** A byte array; bytea. */
    BYTES,
    /** A list of Strings; text[]. */
    TEXTS
}
