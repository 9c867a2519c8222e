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
    public static final long MOST = (1L << 53) - 1;

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
    private final boolean mayHoldHalves;
    private final List<JsonProblem> problems;

    private JsonTree(JsonParser parser, boolean mayHoldHalves, List<JsonProblem> problems) {
        this.parser = parser;
        this.mayHoldHalves = mayHoldHalves;
        this.problems = problems;
    }

    /** The value that the bytes hold; empty where they hold no JSON, and then a problem was added. */
    public static Optional<Object> read(byte[] bytes, int from, int length, List<JsonProblem> problems) {
        if (isPlain(bytes, from, length)) {
            return read(FACTORY.createParser(ObjectReadContext.empty(), bytes, from, length), false, problems);
        }
        return decode(ByteBuffer.wrap(bytes, from, length), problems)
                .flatMap(text -> read(
                        FACTORY.createParser(
                                ObjectReadContext.empty(),
                                text.array(),
                                text.arrayOffset() + text.position(),
                                text.remaining()),
                        true,
                        problems));
    }

    /** The members of an object that was read here; the same map. */
    @SuppressWarnings("unchecked") // Names are Strings: nothing else is put into these maps.
    public static Map<String, Object> members(Object object) {
        return (Map<String, Object>) object;
    }

    /** ASCII without escapes: most events, and they need no decoding and hold no halves of characters. */
    private static boolean isPlain(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] <= 0 || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private static Optional<Object> read(JsonParser source, boolean mayHoldHalves, List<JsonProblem> problems) {
        try (JsonParser parser = source) {
            JsonTree tree = new JsonTree(parser, mayHoldHalves, problems);
            if (parser.nextToken() == null) {
                problems.add(new JsonProblem("", "json_invalid", "There is nothing here; an event is a JSON object."));
                return Optional.empty();
            }
            Object value = tree.value(Place.ROOT);
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

    private @Nullable Object value(Place place) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> sound(place, parser.getString());
            case VALUE_NUMBER_INT -> whole(place);
            case VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Map<String, Object> object(Place place) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Place member = place.child(sound(place, name));
            if (members.containsKey(name)) {
                report(member, "duplicate_key", "The name stands twice in its object.");
            }
            members.put(name, value(member));
        }
        return members;
    }

    private List<Object> array(Place place) {
        List<Object> elements = new ArrayList<>(4);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(place.element(elements.size())));
        }
        return elements;
    }

    /** Half a character cannot be written in UTF-8: it would turn into another text. */
    private String sound(Place place, String text) {
        for (int i = 0; mayHoldHalves && i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!isPair) {
                    report(place, "invalid_text", "The text holds half of a character, a lone surrogate.");
                    return "";
                }
                i++;
            }
        }
        return text;
    }

    private Object whole(Place place) {
        boolean isLong = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!isLong || parser.getLongValue() > MOST || parser.getLongValue() < -MOST) {
            tooLarge(place);
            return 0L;
        }
        return parser.getLongValue();
    }

    private Object number(Place place) {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            report(place, "out_of_range", "The number is too large.");
            return 0.0;
        }
        if (Math.abs(value) > MOST && Math.abs(value) < WRITTEN_WITH_EXPONENT) {
            tooLarge(place);
            return 0.0;
        }
        return value;
    }

    private void tooLarge(Place place) {
        report(place, "out_of_range", "Whole numbers go from -" + MOST + " to " + MOST + "; send this as text.");
    }

    private void report(Place place, String code, String detail) {
        problems.add(new JsonProblem(place.pointer(), code, detail));
    }
}
