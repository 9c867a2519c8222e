package io.sekisho.wire.json;

/**
 * What is wrong with a piece of JSON, and where.
 *
 * @param pointer RFC 6901; empty for the whole
 * @param code stable, for machines
 * @param detail for people; never repeats a value that could be a secret
 */
public record JsonProblem(String pointer, String code, String detail) {

    /** The pointer to a member of what {@code parent} points to. */
    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
