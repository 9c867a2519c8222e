package io.sekisho.wire.json;

import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON tree. Its pointer is written out only when somebody asks: most places have nothing to report.
 *
 * @param parent absent for the whole tree
 * @param step a member's name, or an element's index
 */
public record Place(@Nullable Place parent, Object step) {

    public static final Place ROOT = new Place(null, "");

    public Place child(String name) {
        return new Place(this, name);
    }

    public Place element(int index) {
        return new Place(this, index);
    }

    /** The JSON pointer of RFC 6901; empty for the whole tree. */
    public String pointer() {
        return parent == null ? "" : JsonProblem.child(parent.pointer(), step.toString());
    }
}
