package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The client's own JSON, beside a library's. */
final class JsonTest {

    private static final int ROUNDS = 20_000;
    private static final JsonFactory LIBRARY = new JsonFactory();
    /** Without the digits of other scripts: the library takes some of them for hexadecimal ones, and we do not. */
    private static final String PIECES = "{}[]\",:\\u00e9 \t\n0123456789-+.eEtrufalsn/*#'\u0000\uD83D\uDE00é";

    private static final String CHARACTERS = "aZ09 \"\\/\b\f\n\r\t\u0000\u001f\u007fé関\u2028\uD83D\uDE00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "+1",
                "NaN",
                "tru",
                "nullx",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u١٢٣٤\"",
                "\"\t\"",
                "[1 2]",
                "1 2",
                "// x\n1",
                "\uFEFF1",
                "{\"a\"}",
                "{1:2}",
                "[",
                "\"\\u12"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatExceptionOfType(JsonReader.MalformedException.class).isThrownBy(() -> JsonReader.read(text));
    }

    @Test
    void readsEachKindOfValue() throws JsonReader.MalformedException {
        Object read =
                JsonReader.read(" { \"a\" : [ 1 , -0.5e+1, 1E2, true, false, null, \"\\u00e9\\n\\/\" ] , \"b\":{},"
                        + "\"c\":[], \"d\": 99999999999999999999, \"d\": 9223372036854775807 } ");

        Map<String, Object> expected = new LinkedHashMap<>();
        List<Object> list = new ArrayList<>(List.of(1L, -5.0, 100.0, true, false));
        list.add(null);
        list.add("é\n/");
        expected.put("a", list);
        expected.put("b", Map.of());
        expected.put("c", List.of());
        expected.put("d", Long.MAX_VALUE);
        assertThat(read).isEqualTo(expected);
        assertThat(JsonReader.read("99999999999999999999")).isEqualTo(1e20);
    }

    @Test
    void refusesWhatIsNestedTooDeep() throws JsonReader.MalformedException {
        int deepest = JsonReader.DEEPEST;
        assertThat(JsonReader.read("[".repeat(deepest) + "]".repeat(deepest))).isInstanceOf(List.class);

        assertThatExceptionOfType(JsonReader.MalformedException.class)
                .isThrownBy(() -> JsonReader.read("[".repeat(deepest + 1) + "]".repeat(deepest + 1)));
        assertThatExceptionOfType(JsonReader.MalformedException.class)
                .isThrownBy(() -> JsonReader.read("{\"a\":".repeat(1_000_000)));
        assertThat(JsonReader.object("[" + "[1],".repeat(1000) + "1]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsBackWhatItWrites(long seed) throws JsonReader.MalformedException {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Object value = value(random, 4);
            String json = JsonWriter.write(value);
            assertThat(JsonReader.read(json))
                    .as("seed %d, round %d: %s", seed, i, json)
                    .isEqualTo(value);
            assertThat(isJson(json)).as("seed %d, round %d: %s", seed, i, json).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void takesWhatALibraryTakesAndNothingElse(long seed) {
        Random random = new Random(seed);
        int taken = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String mutant = mutant(random);
            boolean isJson = isJson(mutant);
            taken += isJson ? 1 : 0;
            assertThat(isTaken(mutant))
                    .as("seed %d, mutant %d: <%s>", seed, i, mutant)
                    .isEqualTo(isJson);
        }
        assertThat(taken).as("seed %d", seed).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
    }

    @Test
    void writesHalfACharacterAsItIs() throws JsonReader.MalformedException {
        assertThat(JsonWriter.write("a\uD83D")).isEqualTo("\"a\\ud83d\"");
        assertThat(JsonWriter.write("\uDE00b\uD83D\uDE00")).isEqualTo("\"\\ude00b\uD83D\uDE00\"");
        assertThat(JsonReader.read("\"\\ud83d\"")).isEqualTo("\uD83D");
    }

    @Test
    void writesNothingThatJsonCannotSay() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(List.of(new Object())));
    }

    @Test
    void aMemberOfAnotherTypeCountsAsAbsent() {
        JsonObject object = JsonReader.object("{\"a\":1,\"b\":[1,\"x\",{\"c\":2}],\"t\":\"yesterday\"}")
                .orElseThrow();

        assertThat(object.text("a")).isEmpty();
        assertThat(object.whole("b")).isEmpty();
        assertThat(object.object("a")).isEmpty();
        assertThat(object.texts("b")).containsExactly("x");
        assertThat(object.objects("b"))
                .extracting(each -> each.whole("c").orElseThrow())
                .containsExactly(2L);
        assertThat(object.time("t")).isEmpty();
        assertThat(object.texts("none")).isEmpty();
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> text(random);
            case 1 -> random.nextLong();
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 3 -> random.nextBoolean();
            case 4 -> null;
            case 5 -> list(random, depth - 1);
            default -> map(random, depth - 1);
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(random, depth));
        }
        return list;
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(random), value(random, depth));
        }
        return map;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int at =
                    CHARACTERS.offsetByCodePoints(0, random.nextInt(CHARACTERS.codePointCount(0, CHARACTERS.length())));
            text.appendCodePoint(CHARACTERS.codePointAt(at));
        }
        return text.toString();
    }

    /** JSON with up to two characters changed, put in or struck. */
    private static String mutant(Random random) {
        StringBuilder json = new StringBuilder(JsonWriter.write(list(random, 3)));
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(json.length());
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(3)) {
                case 0 -> json.setCharAt(at, piece);
                case 1 -> json.insert(at, piece);
                default -> json.deleteCharAt(json.length() > 1 ? at : 0).append(' ');
            }
        }
        return json.toString();
    }

    private static boolean isTaken(String text) {
        try {
            JsonReader.read(text);
            return true;
        } catch (JsonReader.MalformedException malformed) {
            return false;
        }
    }

    /** One value, and nothing after it. */
    private static boolean isJson(String text) {
        try (JsonParser parser = LIBRARY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            finishScalar(parser);
            return parser.nextToken() == null;
        } catch (JacksonException malformed) {
            return false;
        }
    }

    /** The library looks into numbers and texts only when it is asked for them. */
    private static void finishScalar(JsonParser parser) {
        if (parser.currentToken().isScalarValue()) {
            parser.getString();
        }
    }
}
