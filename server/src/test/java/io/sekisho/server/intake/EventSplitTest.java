package io.sekisho.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.intake.EventSplit.Line;
import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies cut into events, against a reader of the whole body. */
final class EventSplitTest {

    private static final List<String> PIECES = List.of(
            "[", "]", "{", "}", ",", "\"", "\\", "\\\"", "\n", " ", "1", "null", ":", "\\\\\"", "]]", "[]", ",,");
    private static final List<String> TEXTS =
            List.of("", "a", "],[", "}{", "\"quoted\"", "back\\slash", "\\\"", "日本語", "ends in \\", ",", "\n\t");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theElementsOfAnArrayAreThoseOfItsTree(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            List<Object> expected = list(random, 3);
            String body = spaced(random, new CanonicalJson().write(Map.of("a", expected)));
            byte[] bytes =
                    body.substring(body.indexOf('['), body.lastIndexOf(']') + 1).getBytes(UTF_8);
            assertThat(trees(EventSplit.elements(bytes)))
                    .as("seed %d, %s", seed, new String(bytes, UTF_8))
                    .isEqualTo(expected.stream().map(Optional::of).toList());
        }
    }

    /** What is no array has an element at least that is not JSON; what is one keeps its elements. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aMutantIsAcceptedWholeJustWhereItIsAnArray(long seed) {
        Random random = new Random(seed);
        int arrays = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] mutant = mutant(random);
            String where = "seed " + seed + ", " + new String(mutant, UTF_8);
            Optional<Object> whole = tree(mutant);
            List<Optional<Object>> elements = trees(EventSplit.elements(mutant));
            if (whole.isPresent() && whole.get() instanceof List<?> list) {
                // The null of JSON is no tree, and no event either.
                List<Optional<Object>> expected = new ArrayList<>();
                list.forEach(element -> expected.add(Optional.ofNullable(element)));
                assertThat(elements).as(where).isEqualTo(expected);
                arrays++;
            } else if (whole.isPresent()) {
                assertThat(elements).as(where).containsExactly(whole);
            } else {
                assertThat(elements).as(where).anyMatch(Optional::isEmpty);
            }
        }
        assertThat(arrays).as("seed %d", seed).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'[]'                 | 0",
                "' [ ] '              | 0",
                "'[{}]'               | 1",
                "'[{},{}]'            | 2",
                "'[{},]'              | 2",
                "'[,{}]'              | 2",
                "'[,]'                | 2",
                "'[{}] x'             | 2",
                "'[{}],{}'            | 2",
                "'[{}'                | 1",
                "'[{},'               | 2",
                "'['                  | 1",
                "'{}'                 | 1",
                "''                   | 1",
                "'  '                 | 1",
                "'[[1,2],[3]]'        | 2",
                "'[\"a,b]\",\"\\\"]\"]' | 2",
            })
    void findsSoManyElements(String body, int count) {
        List<Line> lines = EventSplit.elements(body.getBytes(UTF_8));
        assertThat(lines).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(lines.get(i).number()).isEqualTo(i + 1);
        }
    }

    @Test
    void linesAreNumberedAsTheyStandAndBlankOnesLeftOut() {
        List<Line> lines = EventSplit.lines("{\"a\":1}\r\n\n  \t\r\n{\"b\":2}\n\r\nx".getBytes(UTF_8));
        assertThat(lines.stream().map(Line::number)).containsExactly(1, 4, 6);
        assertThat(lines.stream().map(line -> new String(line.bytes(), UTF_8)))
                .containsExactly("{\"a\":1}\r", "{\"b\":2}", "x");
        assertThat(EventSplit.lines(new byte[0])).isEmpty();
        assertThat(EventSplit.lines("\n\r\n \n".getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLinesAreThoseOfAnyOtherReader(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder body = new StringBuilder();
            for (int piece = random.nextInt(12); piece > 0; piece--) {
                body.append(any(random, List.of("{\"a\":1}", "\n", "\r\n", " ", "\t", "x", "\n\n")));
            }
            String[] split = body.toString().split("\n", -1);
            List<String> expected = new ArrayList<>();
            for (int line = 0; line < split.length; line++) {
                if (!split[line].isBlank()) {
                    expected.add(line + 1 + " " + split[line]);
                }
            }
            assertThat(EventSplit.lines(body.toString().getBytes(UTF_8)).stream()
                            .map(line -> line.number() + " " + new String(line.bytes(), UTF_8)))
                    .as("seed %d, %s", seed, body)
                    .containsExactlyElementsOf(expected);
        }
    }

    private static byte[] mutant(Random random) {
        byte[] body = spaced(random, new CanonicalJson().write(Map.of("a", list(random, 2))))
                .getBytes(UTF_8);
        ByteArrayOutputStream mutant = new ByteArrayOutputStream();
        byte[] array = Arrays.copyOfRange(body, indexOf(body, '['), lastIndexOf(body, ']') + 1);
        for (byte one : array) {
            int choice = random.nextInt(60);
            if (choice == 0) {
                mutant.writeBytes(any(random, PIECES).getBytes(UTF_8));
            }
            if (choice != 1) {
                mutant.write(one);
            }
        }
        return random.nextInt(10) == 0
                ? Arrays.copyOf(mutant.toByteArray(), random.nextInt(mutant.size() + 1))
                : mutant.toByteArray();
    }

    private static int indexOf(byte[] bytes, char wanted) {
        int at = 0;
        while (bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static int lastIndexOf(byte[] bytes, char wanted) {
        int at = bytes.length - 1;
        while (bytes[at] != wanted) {
            at--;
        }
        return at;
    }

    /** Blanks around what separates, but not within texts. */
    private static String spaced(Random random, String json) {
        StringBuilder spaced = new StringBuilder();
        boolean isInText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            spaced.append(c);
            if (c == '\\') {
                spaced.append(json.charAt(++i));
            } else if (c == '"') {
                isInText = !isInText;
            } else if (!isInText && (c == ',' || c == '[' || c == '{') && random.nextInt(3) == 0) {
                spaced.append(any(random, List.of(" ", "\n", "\r\n\t")));
            }
        }
        return spaced.toString();
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(value(random, depth));
        }
        return list;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> any(random, TEXTS);
            case 1 -> (long) random.nextInt(1_000);
            case 2 -> random.nextBoolean();
            case 3 -> list(random, depth - 1);
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(any(random, TEXTS), value(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static List<Optional<Object>> trees(List<Line> lines) {
        return lines.stream().map(line -> tree(line.bytes())).toList();
    }

    /** The value; nothing where the bytes are no JSON. */
    private static Optional<Object> tree(byte[] bytes) {
        List<JsonProblem> problems = new ArrayList<>();
        Optional<Object> tree = JsonTree.read(bytes, 0, bytes.length, problems);
        boolean isJson = problems.stream().noneMatch(problem -> problem.code().equals("json_invalid"));
        return isJson ? tree : Optional.empty();
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
