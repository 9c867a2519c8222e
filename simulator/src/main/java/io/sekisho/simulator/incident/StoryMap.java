package io.sekisho.simulator.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A mapping in a story's file, read key by key; every problem is noted with its place, and {@link #finish} notes the keys
 * that nobody asked for.
 */
final class StoryMap {
    private final String place;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> problems;

    /** Takes what YAML made of a mapping. */
    StoryMap(String place, Object mapping, List<String> problems) {
        this.place = place;
        this.problems = problems;
        if (mapping instanceof Map<?, ?> map) {
            map.forEach((key, value) -> values.put(String.valueOf(key), value));
        } else {
            problems.add(place + ": this must be a mapping");
        }
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The text; empty, and noted, where it is missing. */
    String text(String key) {
        return optionalText(key).orElseGet(() -> missing(key, ""));
    }

    Optional<String> optionalText(String key) {
        return value(key).map(String::valueOf);
    }

    /** The span in milliseconds; 0, and noted, where it is missing or no span. */
    long span(String key) {
        return has(key) ? optionalSpan(key).orElse(0L) : missing(key, 0L);
    }

    Optional<Long> optionalSpan(String key) {
        return optionalWord(key, Spans::millis, "a span such as 90s, 8h30m or -400d");
    }

    /** A word of a closed list; empty, and noted, where it is another. */
    <T> Optional<T> word(String key, Function<String, Optional<T>> known, String wanted) {
        return has(key) ? optionalWord(key, known, wanted) : missing(key, Optional.empty());
    }

    private <T> Optional<T> optionalWord(String key, Function<String, Optional<T>> known, String wanted) {
        Optional<String> text = optionalText(key);
        Optional<T> found = text.flatMap(known);
        if (text.isPresent() && found.isEmpty()) {
            note(key, "'" + text.get() + "' is not " + wanted);
        }
        return found;
    }

    /** True or false; false where it is missing. */
    boolean flag(String key) {
        if (has(key) && !(values.get(key) instanceof Boolean)) {
            note(key, "this must be true or false");
        }
        return Boolean.TRUE.equals(values.get(key));
    }

    int whole(String key, int usual) {
        if (!has(key)) {
            return usual;
        }
        if (values.get(key) instanceof Integer whole && whole > 0) {
            return whole;
        }
        note(key, "this must be a whole number above 0");
        return usual;
    }

    /** A list of whole numbers above 0, or one of them alone. */
    List<Long> amounts(String key) {
        List<Long> amounts = new ArrayList<>();
        for (Object amount : elements(key)) {
            if (amount instanceof Integer yen && yen > 0) {
                amounts.add(yen.longValue());
            } else {
                note(key, "'" + amount + "' is not a number of yen above 0");
            }
        }
        return amounts.isEmpty() ? missing(key, List.of(1L)) : amounts;
    }

    List<String> texts(String key) {
        return elements(key).stream().map(String::valueOf).toList();
    }

    /** The elements of a list; a value that is no list is one element, a missing list has none. */
    List<?> elements(String key) {
        return value(key)
                .<List<?>>map(value -> value instanceof List<?> list ? list : List.of(value))
                .orElse(List.of());
    }

    /** The mappings of a list, each with its place. */
    List<StoryMap> mappings(String key) {
        List<StoryMap> mappings = new ArrayList<>();
        for (Object element : elements(key)) {
            mappings.add(new StoryMap(place + "/" + key + "/" + mappings.size(), element, problems));
        }
        return mappings;
    }

    /** The mapping; an empty one where it is missing. */
    StoryMap mapping(String key) {
        return new StoryMap(place + "/" + key, value(key).orElse(Map.of()), problems);
    }

    Map<String, Object> all() {
        asked.addAll(values.keySet());
        return values;
    }

    void finish() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> note(key, "this has no meaning here; known are " + String.join(", ", asked)));
    }

    void note(String key, String problem) {
        problems.add(place + "/" + key + ": " + problem);
    }

    private Optional<Object> value(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private <T> T missing(String key, T instead) {
        note(key, "this is missing");
        return instead;
    }
}
