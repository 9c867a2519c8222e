package io.sekisho.server.projection.web;

import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import io.sekisho.server.projection.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request for a page, and names everything that is wrong with them at once. One thread. */
final class PageWish {

    static final String USUAL = "50";
    private static final int MOST = 200;

    private final List<HttpProblem.Item> problems = new ArrayList<>();

    int limit(String text) {
        boolean isNumber = text.matches("\\d{1,9}");
        int limit = isNumber ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            add("limit", "out_of_range", "'limit' is a whole number from 1 to " + MOST + ".");
        }
        return limit;
    }

    Optional<Cursor> after(@Nullable String text) {
        Optional<Cursor> cursor = text == null ? Optional.empty() : Cursor.decode(text);
        if (text != null && cursor.isEmpty()) {
            add("after", "invalid_cursor", "'after' is the 'next' of an earlier answer, or is left out.");
        }
        return cursor;
    }

    @Nullable
    Boolean flag(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            add(name, "unknown_value", "'" + name + "' is true or false, or is left out.");
        }
        return text.equals("true");
    }

    @Nullable
    String id(String name, @Nullable String text) {
        if (text != null && text.isEmpty()) {
            add(name, "empty", "'" + name + "' is an id, or is left out.");
        }
        return text;
    }

    /** Refuses the request if anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw new ProblemException(new HttpProblem(
                    400,
                    "invalid_parameter",
                    "Bad Request",
                    "A parameter cannot be used; see problems.",
                    problems,
                    Map.of()));
        }
    }

    private void add(String name, String code, String detail) {
        problems.add(new HttpProblem.Item(null, "/" + name, code, detail));
    }
}
