package io.sekisho.server.projection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ends, for whoever asks for the next; opaque outside. Rows that come meanwhile neither shift nor repeat what is
 * read.
 *
 * @param first what is sorted by
 * @param second a number that decides among equals, or 0
 * @param id a text that does, or empty
 */
public record Cursor(long first, long second, String id) {

    private static final char BETWEEN = ' ';

    /** For a URL. */
    public String encode() {
        String text = first + " " + second + BETWEEN + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing where no cursor is written like this. */
    public static Optional<Cursor> decode(String encoded) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int one = text.indexOf(BETWEEN);
            int two = text.indexOf(BETWEEN, one + 1);
            return one < 0 || two < 0
                    ? Optional.empty()
                    : Optional.of(new Cursor(
                            Long.parseLong(text.substring(0, one)),
                            Long.parseLong(text.substring(one + 1, two)),
                            text.substring(two + 1)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
