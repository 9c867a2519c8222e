package io.sekisho.wire.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree in the canonical form of RFC 8785: one text for all that mean the same. Owned by one thread. */
public final class CanonicalJson {

    private static final byte[][] ESCAPES = escapes();
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final int FIRST_BYTES = 2048;

    /** A buffer that one huge tree has made larger is not kept. */
    private static final int MOST_KEPT_BYTES = 256 * 1024;

    private static final Comparator<Map.Entry<?, ?>> BY_NAME = Comparator.comparing(entry -> (String) entry.getKey());

    private byte[] text = new byte[FIRST_BYTES];
    private int size;

    /** The canonical form; to be encoded in UTF-8. */
    public String write(Map<String, Object> tree) {
        return writeValue(tree);
    }

    /** Any value that such a tree may hold. */
    public String writeValue(@Nullable Object value) {
        if (text.length > MOST_KEPT_BYTES) {
            text = new byte[FIRST_BYTES];
        }
        size = 0;
        value(value);
        return new String(text, 0, size, StandardCharsets.UTF_8);
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> append(NULL);
            case String string -> string(string);
            case Long whole -> append(ascii(Long.toString(whole)));
            case Double number -> append(ascii(number(number)));
            case Boolean flag -> append(flag ? TRUE : FALSE);
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
        }
    }

    private void object(Map<?, ?> members) {
        char separator = '{';
        for (Map.Entry<?, ?> member : sorted(members)) {
            append(separator);
            string((String) member.getKey());
            append(':');
            value(member.getValue());
            separator = ',';
        }
        if (separator == '{') {
            append('{');
        }
        append('}');
    }

    /** By name in the order of UTF-16 units, which is how Java orders Strings. */
    private static Map.Entry<?, ?>[] sorted(Map<?, ?> members) {
        Map.Entry<?, ?>[] entries = members.entrySet().toArray(new Map.Entry<?, ?>[0]);
        Arrays.sort(entries, BY_NAME);
        return entries;
    }

    private void array(List<?> elements) {
        char separator = '[';
        for (Object element : elements) {
            append(separator);
            value(element);
            separator = ',';
        }
        if (separator == '[') {
            append('[');
        }
        append(']');
    }

    private void string(String string) {
        append('"');
        int plain = plain(string);
        if (plain < string.length()) {
            special(string, plain);
        }
        append('"');
    }

    /** Appends characters until one needs more than its own byte; answers with where that is, or the end. */
    private int plain(String string) {
        int length = string.length();
        makeRoom(length);
        byte[] to = text;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c >= 128) {
                size = at;
                return i;
            }
            to[at++] = (byte) c;
        }
        size = at;
        return length;
    }

    private void special(String string, int from) {
        int clear = from;
        for (int i = from; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                append(string.substring(clear, i).getBytes(StandardCharsets.UTF_8));
                append(ESCAPES[c]);
                clear = i + 1;
            }
        }
        append(string.substring(clear).getBytes(StandardCharsets.UTF_8));
    }

    private void append(char ascii) {
        makeRoom(1);
        text[size++] = (byte) ascii;
    }

    private void append(byte[] bytes) {
        makeRoom(bytes.length);
        System.arraycopy(bytes, 0, text, size, bytes.length);
        size += bytes.length;
    }

    private void makeRoom(int bytes) {
        if (text.length - size < bytes) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, size + bytes));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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

    private static byte[][] escapes() {
        byte[][] escapes = new byte['\\' + 1][];
        for (int c = 0; c < ' '; c++) {
            escapes[c] = ascii(String.format("\\u%04x", c));
        }
        escapes['\b'] = ascii("\\b");
        escapes['\t'] = ascii("\\t");
        escapes['\n'] = ascii("\\n");
        escapes['\f'] = ascii("\\f");
        escapes['\r'] = ascii("\\r");
        escapes['"'] = ascii("\\\"");
        escapes['\\'] = ascii("\\\\");
        return escapes;
    }
}
