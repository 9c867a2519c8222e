package io.sekisho.wire.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree in the canonical form of RFC 8785: one text for all that mean the same. Owned by one thread. */
public final class CanonicalJson {

    private static final String[] ESCAPES = escapes();

    private final StringBuilder text = new StringBuilder(1024);

    /** The canonical form; to be encoded in UTF-8. */
    public String write(Map<String, Object> tree) {
        text.setLength(0);
        object(tree);
        return text.toString();
    }

    /** Any value that such a tree may hold. */
    public String writeValue(@Nullable Object value) {
        text.setLength(0);
        value(value);
        return text.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case String string -> string(string);
            case Long whole -> text.append(whole.longValue());
            case Double number -> text.append(number(number));
            case Boolean flag -> text.append(flag.booleanValue());
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
        }
    }

    /** Names are ordered by their UTF-16 units, which is how Java orders Strings. */
    private void object(Map<?, ?> members) {
        String[] names = members.keySet().toArray(new String[0]);
        Arrays.sort(names);
        char separator = '{';
        for (String name : names) {
            text.append(separator);
            string(name);
            text.append(':');
            value(members.get(name));
            separator = ',';
        }
        text.append(separator == '{' ? "{}" : "}");
    }

    private void array(List<?> elements) {
        char separator = '[';
        for (Object element : elements) {
            text.append(separator);
            value(element);
            separator = ',';
        }
        text.append(separator == '[' ? "[]" : "]");
    }

    private void string(String string) {
        text.append('"');
        int plain = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(string, plain, i).append(ESCAPES[c]);
                plain = i + 1;
            }
        }
        text.append(string, plain, string.length()).append('"');
    }

    /** As ECMAScript writes numbers: the shortest digits that read back as the same double, plain up to 21 places. */
    private static String number(double number) {
        if (number == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(number)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (number < 0 ? "-" : "") + (point > 21 || point < -5 ? scientific(digits, point) : plain(digits, point));
    }

    /** Double.toString gives two digits at least, and for a few of the smallest numbers one is enough. */
    private static BigDecimal shortest(double number) {
        BigDecimal digits = new BigDecimal(Double.toString(number));
        if (digits.precision() != 2) {
            return digits;
        }
        BigDecimal one = digits.round(new MathContext(1));
        return one.doubleValue() == number ? one : digits;
    }

    private static String plain(String digits, int point) {
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= digits.length()
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String scientific(String digits, int point) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }

    private static String[] escapes() {
        String[] escapes = new String['\\' + 1];
        for (int c = 0; c < ' '; c++) {
            escapes[c] = String.format("\\u%04x", c);
        }
        escapes['\b'] = "\\b";
        escapes['\t'] = "\\t";
        escapes['\n'] = "\\n";
        escapes['\f'] = "\\f";
        escapes['\r'] = "\\r";
        escapes['"'] = "\\\"";
        escapes['\\'] = "\\\\";
        return escapes;
    }
}
