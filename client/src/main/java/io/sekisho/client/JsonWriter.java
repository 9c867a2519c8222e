package io.sekisho.client;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, Strings, numbers, Booleans and nulls as JSON on one line, members in the order of the map.
 *
 * <p>Half a surrogate pair is written as an escape, so that it reaches the server as it is and is refused there by name
 * instead of becoming a question mark on the way.
 */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder json = new StringBuilder(512);

    private JsonWriter() {}

    /**
     * The value as JSON.
     *
     * @throws IllegalArgumentException if a part of it has no form in JSON
     */
    static String write(@Nullable Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.json.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value == null || isPlain(value)) {
            json.append(value);
        } else {
            throw new IllegalArgumentException(
                    "There is no JSON for a " + value.getClass().getName()
                            + "; use text, whole numbers, finite doubles, booleans, lists and maps");
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof Boolean
                || value instanceof Long
                || value instanceof Integer
                || (value instanceof Double number && Double.isFinite(number));
    }

    private void object(Map<?, ?> members) {
        json.append('{');
        Iterator<? extends Map.Entry<?, ?>> each = members.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<?, ?> member = each.next();
            string((String) member.getKey());
            json.append(':');
            value(member.getValue());
            json.append(each.hasNext() ? "," : "");
        }
        json.append('}');
    }

    private void array(List<?> elements) {
        json.append('[');
        for (int i = 0; i < elements.size(); i++) {
            json.append(i == 0 ? "" : ",");
            value(elements.get(i));
        }
        json.append(']');
    }

    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || isHalf(text, i)) {
                escape(c);
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private void escape(char c) {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(HEX.charAt(c >> shift & 15));
        }
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
