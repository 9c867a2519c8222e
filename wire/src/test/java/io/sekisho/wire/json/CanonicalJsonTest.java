package io.sekisho.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form beside the reference library of RFC 8785. */
class CanonicalJsonTest {

    private static final int TREES = 3_000;
    private static final int NUMBERS = 50_000;
    private static final long MOST = (1L << 53) - 1;

    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "0",
            "~",
            "/",
            "\\",
            "\"",
            "\b",
            "\f",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u001f",
            "\u007f",
            "\u0080",
            "é",
            "e\u0301",
            "関",
            "ﾊ",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\uffff",
            "\ue000",
            "😀",
            "\ud800\udc00",
            "<",
            ">",
            "&",
            "'",
            " ");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isThatOfTheReferenceForTrees(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < TREES; i++) {
            Map<String, Object> tree = object(random, 4);
            String written = PlainJson.write(tree, random);

            String canonical = new CanonicalJson().write(read(written));

            assertThat(canonical).as("seed %d, tree %d: %s", seed, i, written).isEqualTo(reference(written));
            assertThat(new CanonicalJson().write(read(canonical))).isEqualTo(canonical);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void isThatOfTheReferenceForDoublesOfAnyBits(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < NUMBERS; i++) {
            double number = number(random);
            assertLikeReference(number, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void isThatOfTheReferenceForWholeNumbers(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < NUMBERS; i++) {
            long number = random.nextLong(-MOST, MOST + 1) >> random.nextInt(53);
            assertLikeReference(number, "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "0e5, 0",
        "1.0, 1",
        "5e3, 5000",
        "5000.0, 5000",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "123456789012345680000, 123456789012345680000",
        "1.5e-6, 0.0000015",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "1.5e300, 1.5e+300",
        "4.9e-324, 5e-324",
        "5e-324, 5e-324",
        "9.9e-324, 1e-323",
        "1.5e-323, 1.5e-323",
        "1e-320, 1e-320",
        "1.063e-320, 1.063e-320",
        "2e23, 2e+23",
        "9.5e-7, 9.5e-7",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "333333333.33333329, 333333333.3333333",
        "9007199254740991, 9007199254740991",
        "-9007199254740991, -9007199254740991",
        "9007199254740992.0, 9007199254740992",
        "0.1e0, 0.1",
        "0.30000000000000004, 0.30000000000000004"
    })
    void writesNumbersAsEcmascriptDoes(String number, String canonical) {
        double value = Double.parseDouble(number);
        boolean isReadable = Math.abs(value) <= MOST || Math.abs(value) >= 1e21;
        Map<String, Object> tree = isReadable ? read("{\"n\":" + number + "}") : Map.of("n", value);
        assertThat(new CanonicalJson().write(tree)).isEqualTo("{\"n\":" + canonical + "}");
    }

    @Test
    void ordersNamesByTheirUtf16Units() {
        assertThat(new CanonicalJson().write(read("{\"ﬃ\":1,\"😀\":2,\"é\":3,\"\":4,\"1\":5,\"10\":6,\"2\":7}")))
                .isEqualTo("{\"\":4,\"1\":5,\"10\":6,\"2\":7,\"é\":3,\"😀\":2,\"ﬃ\":1}");
    }

    @Test
    void mayBeWrittenAgainAndAgain() {
        CanonicalJson json = new CanonicalJson();
        json.write(read("{\"long\":\"" + "x".repeat(5_000) + "\"}"));
        assertThat(json.write(read("{\"b\":[],\"a\":{}}"))).isEqualTo("{\"a\":{},\"b\":[]}");
    }

    private static void assertLikeReference(Object number, String what) throws IOException {
        assertThat(new CanonicalJson().write(Map.of("n", number)))
                .as(what)
                .isEqualTo(reference("{\"n\":" + number + "}"));
    }

    private static String reference(String json) throws IOException {
        return new JsonCanonicalizer(json).getEncodedString();
    }

    @SuppressWarnings("unchecked") // JsonTree makes maps with String keys only.
    private static Map<String, Object> read(String json) {
        List<JsonProblem> problems = new ArrayList<>();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Object tree = JsonTree.read(bytes, 0, bytes.length, problems).orElseThrow();
        assertThat(problems).as(json).isEmpty();
        return (Map<String, Object>) tree;
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        int members = random.nextInt(6);
        for (int i = 0; i < members; i++) {
            object.put(text(random), value(random, depth - 1));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> text(random);
            case 1 -> random.nextLong(-MOST, MOST + 1) >> random.nextInt(53);
            case 2 -> readable(number(random));
            case 3 -> random.nextBoolean();
            case 4 -> PlainJson.NULL;
            case 5 -> List.of(value(random, depth - 1), value(random, depth - 1));
            case 6 -> List.of();
            default -> object(random, depth);
        };
    }

    private static double readable(double number) {
        return Math.abs(number) > MOST && Math.abs(number) < 1e21 ? 0.5 : number;
    }

    /** None so small that the reference library breaks down: it writes 1e-320 as a zero with 140 places. */
    private static double number(Random random) {
        double number = switch (random.nextInt(3)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextLong(1_000_000) / 100.0;
            default -> Math.pow(10, random.nextInt(-30, 30)) * (1 + random.nextInt(9));
        };
        return Double.isFinite(number) && Math.abs(number) >= Double.MIN_NORMAL ? number : 1.0;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
