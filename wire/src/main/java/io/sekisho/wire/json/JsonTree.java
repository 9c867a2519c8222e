package io.sekisho.wire.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON value into maps, lists, Strings, Longs, Doubles, Booleans and nulls, naming duplicate keys and numbers
 * that do not fit. Stateless.
 */
public final class JsonTree {

    /** Deeper nesting is refused. */
    public static final int DEEPEST = 32;

    /** Whole numbers beyond this are not the same number for every reader (RFC 7493). */
    private static final long MOST = (1L << 53) - 1;

    /** A smaller double is a whole number in canonical form, however it came, and would not be read back. */
    private static final double WRITTEN_WITH_EXPONENT = 1e21;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Depth alone is bounded here: how long a number or a name may be follows from how long an event may be. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<JsonProblem> problems;

    private JsonTree(JsonParser parser, List<JsonProblem> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The value that the bytes hold; empty where they hold no JSON, and then a problem was added. */
    public static Optional<Object> read(byte[] bytes, int from, int length, List<JsonProblem> problems) {
        return decode(ByteBuffer.wrap(bytes, from, length), problems).flatMap(text -> read(text, problems));
    }

    private static Optional<Object> read(CharBuffer text, List<JsonProblem> problems) {
        try (JsonParser parser = FACTORY.createParser(
                ObjectReadContext.empty(), text.array(), text.arrayOffset() + text.position(), text.remaining())) {
            JsonTree tree = new JsonTree(parser, problems);
            if (parser.nextToken() == null) {
                problems.add(new JsonProblem("", "json_invalid", "There is nothing here; an event is a JSON object."));
                return Optional.empty();
            }
            Object value = tree.value("");
            if (parser.nextToken() != null) {
                problems.add(new JsonProblem("", "json_invalid", "More follows after the end of the JSON value."));
                return Optional.empty();
            }
            return Optional.ofNullable(value);
        } catch (StreamConstraintsException tooMuch) {
            problems.add(new JsonProblem("", "too_deep", "The JSON is nested deeper than " + DEEPEST + " levels."));
            return Optional.empty();
        } catch (StreamReadException broken) {
            // The parser's own message quotes the input, and the input may hold what no log must hold.
            int column = broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
            problems.add(new JsonProblem("", "json_invalid", "This is not valid JSON from column " + column + " on."));
            return Optional.empty();
        }
    }

    /** Strictly, and before the parser, which would guess at UTF-16 and take overlong forms. */
    private static Optional<CharBuffer> decode(ByteBuffer bytes, List<JsonProblem> problems) {
        int start = bytes.position();
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            int first = bytes.position() - start + 1;
            problems.add(new JsonProblem("", "json_invalid", "This is not UTF-8 from byte " + first + " on."));
            return Optional.empty();
        }
        text.flip();
        if (text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK) {
            text.position(1);
        }
        return Optional.of(text);
    }

    private @Nullable Object value(String pointer) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> sound(pointer, parser.getString());
            case VALUE_NUMBER_INT -> whole(pointer);
            case VALUE_NUMBER_FLOAT -> number(pointer);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Map<String, Object> object(String pointer) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            String place = JsonProblem.child(pointer, sound(pointer, name));
            if (members.containsKey(name)) {
                problems.add(new JsonProblem(place, "duplicate_key", "The name stands twice in its object."));
            }
            members.put(name, value(place));
        }
        return members;
    }

    private List<Object> array(String pointer) {
        List<Object> elements = new ArrayList<>(4);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(pointer + "/" + elements.size()));
        }
        return elements;
    }

    /** Half a character cannot be written in UTF-8: it would turn into another text. */
    private String sound(String pointer, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!isPair) {
                    problems.add(new JsonProblem(
                            pointer, "invalid_text", "The text holds half of a character, a lone surrogate."));
                    return "";
                }
                i++;
            }
        }
        return text;
    }

    private Object whole(String pointer) {
        boolean isLong = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!isLong || parser.getLongValue() > MOST || parser.getLongValue() < -MOST) {
            problems.add(tooLarge(pointer));
            return 0L;
        }
        return parser.getLongValue();
    }

    private Object number(String pointer) {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            problems.add(new JsonProblem(pointer, "out_of_range", "The number is too large."));
            return 0.0;
        }
        if (Math.abs(value) > MOST && Math.abs(value) < WRITTEN_WITH_EXPONENT) {
            problems.add(tooLarge(pointer));
            return 0.0;
        }
        return value;
    }

    private static JsonProblem tooLarge(String pointer) {
        return new JsonProblem(
                pointer, "out_of_range", "Whole numbers go from -" + MOST + " to " + MOST + "; send this as text.");
    }
}
