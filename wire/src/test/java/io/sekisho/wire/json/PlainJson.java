package io.sekisho.wire.json;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes trees as JSON in no canonical way: spaces and escapes as the dice fall. */
final class PlainJson {

    /** Stands for null in the trees of the tests. */
    static final Object NULL = new Object();

    private PlainJson() {}

    static String write(Object value, Random random) {
        return switch (value) {
            case String text -> string(text, random);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(member -> string((String) member.getKey(), random)
                                + space(random)
                                + ":"
                                + space(random)
                                + write(member.getValue(), random))
                        .collect(Collectors.joining(space(random) + ",", "{", space(random) + "}"));
            case List<?> list ->
                list.stream()
                        .map(element -> write(element, random))
                        .collect(Collectors.joining("," + space(random), "[", "]"));
            default -> value.equals(NULL) ? "null" : value.toString();
        };
    }

    private static String string(String text, Random random) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            boolean mustEscape = c < ' ' || c == '"' || c == '\\';
            String whole = Character.toString(c);
            json.append(mustEscape || random.nextInt(4) == 0 ? escaped(whole) : whole);
        });
        return json.append('"').toString();
    }

    private static String escaped(String character) {
        return character.chars().mapToObj(c -> String.format("\\u%04X", c)).collect(Collectors.joining());
    }

    private static String space(Random random) {
        return random.nextInt(3) == 0 ? " \n" : "";
    }
}
