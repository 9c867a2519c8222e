package io.sekisho.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into maps, lists, Strings, Longs, Doubles, Booleans and nulls.
 *
 * <p>Own code, because the client takes no library into a shop. Strict: no comments, no trailing commas. Of equal names the last one counts. A whole number that fits no long becomes a Double. Nesting deeper
 * than {@link #DEEPEST} is refused; how long a text may be is bounded by whoever fetched it.
 */
final class JsonReader {

    static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** The object that the text holds; empty where it holds anything else. */
    static Optional<JsonObject> object(String text) {
        try {
            return JsonObject.objectOf(read(text));
        } catch (MalformedException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The value that the text holds.
     *
     * @throws MalformedException if it is not one JSON value
     */
    static @Nullable Object read(String text) throws MalformedException {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Object value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.malformed();
        }
        return value;
    }

    /** The text is not JSON. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(int at) {
            super("Not JSON at character " + at);
        }
    }

    private @Nullable Object value() throws MalformedException {
        return switch (peek()) {
            case '{' -> nested(this::members);
            case '[' -> nested(this::elements);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private interface Part {
        Object read() throws MalformedException;
    }

    private Object nested(Part part) throws MalformedException {
        if (++depth > DEEPEST) {
            throw malformed();
        }
        at++;
        skipSpace();
        Object value = part.read();
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> members() throws MalformedException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (accept('}')) {
            return members;
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            skipSpace();
            members.put(name, value());
            skipSpace();
        } while (accept(','));
        expect('}');
        return members;
    }

    private List<@Nullable Object> elements() throws MalformedException {
        List<@Nullable Object> elements = new ArrayList<>();
        if (accept(']')) {
            return elements;
        }
        do {
            skipSpace();
            elements.add(value());
            skipSpace();
        } while (accept(','));
        expect(']');
        return elements;
    }

    private String string() throws MalformedException {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw malformed();
            }
            read.append(c == '\\' ? escaped() : c);
        }
        at++;
        return read.toString();
    }

    private char escaped() throws MalformedException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() throws MalformedException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            // Character.digit alone would take the digits of every script.
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw malformed();
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private @Nullable Object word(String word, @Nullable Object meaning) throws MalformedException {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return meaning;
    }

    private Object number() throws MalformedException {
        int from = at;
        accept('-');
        if (!accept('0')) {
            digits();
        }
        boolean isWhole = true;
        if (accept('.')) {
            digits();
            isWhole = false;
        }
        if (accept('e') || accept('E')) {
            if (!accept('+')) {
                accept('-');
            }
            digits();
            isWhole = false;
        }
        return numberOf(text.substring(from, at), isWhole);
    }

    private static Object numberOf(String literal, boolean isWhole) {
        if (isWhole) {
            try {
                return Long.valueOf(literal);
            } catch (NumberFormatException tooLarge) {
                return Double.valueOf(literal);
            }
        }
        return Double.valueOf(literal);
    }

    private void digits() throws MalformedException {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw malformed();
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws MalformedException {
        if (at == text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private boolean accept(char c) {
        boolean isThere = at < text.length() && text.charAt(at) == c;
        if (isThere) {
            at++;
        }
        return isThere;
    }

    private void expect(char c) throws MalformedException {
        if (!accept(c)) {
            throw malformed();
        }
    }

    private MalformedException malformed() {
        return new MalformedException(at);
    }
}
