package io.sekisho.server.projection;

import io.sekisho.server.projection.table.StoredText;

/** An id or a text of an event as rows of PostgreSQL hold it, in these tables and in those of whoever follows. Stateless. */
public final class StoredId {

    private StoredId() {}

    /** A very long one is shortened; equal forms stand for equal ids. */
    public static String encode(String id) {
        return StoredText.encode(String.valueOf(StoredText.id(id)));
    }

    /** What was encoded, or what is left of it. */
    public static String decode(String stored) {
        return StoredText.decode(stored);
    }
}
