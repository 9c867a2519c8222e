package io.sekisho.wire.enrichment;

import java.util.List;

/** A token that gives a user agent away, and what it means. */
record Mark(String token, String name) {
    /** The meaning of the first mark of the list whose token the text contains, else {@code otherwise}. */
    static String first(List<Mark> marks, String text, String otherwise) {
        for (Mark mark : marks) {
            if (text.contains(mark.token)) {
                return mark.name;
            }
        }
        return otherwise;
    }

    static Mark mark(String token, String name) {
        return new Mark(token, name);
    }
}
