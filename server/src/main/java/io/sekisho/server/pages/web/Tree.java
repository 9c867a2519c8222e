package io.sekisho.server.pages.web;

import io.sekisho.wire.json.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads members of answers as the API gives them. Stateless. */
final class Tree {

    private Tree() {}

    /** Empty where there is none. */
    static String text(@Nullable Object tree, String... path) {
        Object found = find(tree, path);
        return found == null ? "" : String.valueOf(found);
    }

    static Optional<Long> whole(@Nullable Object tree, String... path) {
        return find(tree, path) instanceof Long value ? Optional.of(value) : Optional.empty();
    }

    /** Without what is none. */
    static List<Object> list(@Nullable Object tree, String... path) {
        return find(tree, path) instanceof List<?> found
                ? found.stream().map(Object.class::cast).toList()
                : List.of();
    }

    static Map<?, ?> members(@Nullable Object tree, String... path) {
        return find(tree, path) instanceof Map<?, ?> found ? found : Map.of();
    }

    /** One member a line. */
    static String indented(@Nullable Object tree) {
        StringBuilder text = new StringBuilder();
        write(tree, "\n", text);
        return text.toString();
    }

    private static @Nullable Object find(@Nullable Object tree, String... path) {
        Object found = tree;
        for (String name : path) {
            found = found instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return found;
    }

    private static void write(@Nullable Object tree, String line, StringBuilder text) {
        switch (tree) {
            case Map<?, ?> members
            when !members.isEmpty() -> {
                String between = "{";
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    text.append(between).append(line).append("  ");
                    text.append(new CanonicalJson().writeValue(String.valueOf(member.getKey())))
                            .append(": ");
                    write(member.getValue(), line + "  ", text);
                    between = ",";
                }
                text.append(line).append('}');
            }
            case List<?> items
            when !items.isEmpty() -> {
                String between = "[";
                for (Object item : items) {
                    text.append(between).append(line).append("  ");
                    write(item, line + "  ", text);
                    between = ",";
                }
                text.append(line).append(']');
            }
            case null -> text.append("null");
            default -> text.append(new CanonicalJson().writeValue(tree));
        }
    }
}
