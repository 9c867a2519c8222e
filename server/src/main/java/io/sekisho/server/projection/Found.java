package io.sekisho.server.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of what was found.
 *
 * @param items each as it is answered: Strings, Longs, Booleans, maps and lists of these
 * @param next where the next page begins; nothing at the end
 */
public record Found(List<Map<String, Object>> items, Optional<Cursor> next) {

    public Found {
        items = List.copyOf(items);
    }

    /** An item and where it stands. */
    record Line(Map<String, Object> item, Cursor cursor) {}

    /** Of lines of which one more than the limit was looked for, so that it is known whether there are more. */
    static Found page(List<Line> lines, int limit) {
        List<Line> page = lines.subList(0, Math.min(limit, lines.size()));
        return new Found(
                page.stream().map(Line::item).toList(),
                lines.size() > limit ? Optional.of(page.getLast().cursor()) : Optional.empty());
    }
}
