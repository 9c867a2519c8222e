package io.sekisho.wire.pseudonym;

import io.sekisho.wire.json.JsonProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an event's personal texts back into the places of their pseudonyms. Stateless. */
public final class Originals {

    private Originals() {}

    /** The tree with these texts, by JSON pointer; the tree that is given stays as it was. */
    public static Map<String, Object> restore(Map<String, Object> tree, Map<String, Object> originals) {
        return members(tree, "", originals);
    }

    private static Map<String, Object> members(Map<?, ?> members, String pointer, Map<String, Object> originals) {
        Map<String, Object> restored = new LinkedHashMap<>();
        members.forEach((name, value) ->
                restored.put((String) name, value(value, JsonProblem.child(pointer, (String) name), originals)));
        return restored;
    }

    private static @Nullable Object value(@Nullable Object value, String pointer, Map<String, Object> originals) {
        return switch (value) {
            case Map<?, ?> members -> members(members, pointer, originals);
            case List<?> elements -> elements(elements, pointer, originals);
            case String text -> originals.getOrDefault(pointer, text);
            case null -> null;
            default -> value;
        };
    }

    private static List<Object> elements(List<?> elements, String pointer, Map<String, Object> originals) {
        List<Object> restored = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            restored.add(value(elements.get(i), pointer + "/" + i, originals));
        }
        return restored;
    }
}
