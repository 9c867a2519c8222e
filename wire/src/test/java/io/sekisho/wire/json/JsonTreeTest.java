package io.sekisho.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTreeTest {

    private final List<JsonProblem> problems = new ArrayList<>();

    @Test
    void makesPlainJavaValues() {
        Object tree =
                read("{\"a\":[1,-2.5,true,false,null,\"x\",{}],\"b\":5e3}").orElseThrow();

        Map<String, Object> expected = new java.util.LinkedHashMap<>();
        expected.put("a", Arrays.asList(1L, -2.5, true, false, null, "x", Map.of()));
        expected.put("b", 5000.0);
        assertThat(tree).isEqualTo(expected);
        assertThat(problems).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheNames() {
        Map<?, ?> tree = (Map<?, ?>) read("{\"z\":1,\"a\":2,\"m\":3}").orElseThrow();

        assertThat(tree.keySet().toString()).isEqualTo("[z, a, m]");
    }

    @Test
    void readsAPartOfTheBytesOnly() {
        byte[] bytes = "関{\"a\":1}{".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonTree.read(bytes, 3, 7, problems)).contains(Map.of("a", 1L));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740991, ''",
        "-9007199254740991, ''",
        "9007199254740992, out_of_range",
        "-9007199254740992, out_of_range",
        "9223372036854775807, out_of_range",
        "-9223372036854775808, out_of_range",
        "-9223372036854775809, out_of_range",
        "1e15, ''",
        "1e16, out_of_range",
        "-1e20, out_of_range",
        "9007199254740993.0, out_of_range",
        "1e21, ''",
        "1e308, ''",
        "1e309, out_of_range",
        "-1e309, out_of_range",
        "1e-400, ''"
    })
    void refusesNumbersThatReadersDisagreeOn(String number, String code) {
        read("[" + number + "]");

        assertThat(problems)
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .isEqualTo(code.isEmpty() ? List.of() : List.of("/0 " + code));
    }

    @Test
    void namesEachPlaceOfEachProblem() {
        read("{\"a\":1,\"a\":{\"b\":1e999,\"b\":[0,99999999999999999999]}}");

        assertThat(problems)
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly("/a duplicate_key", "/a/b out_of_range", "/a/b duplicate_key", "/a/b/1 out_of_range");
    }

    @Test
    void escapesPointersAsRfc6901Says() {
        assertThat(JsonProblem.child("/a", "m~n/o")).isEqualTo("/a/m~0n~1o");
        assertThat(JsonProblem.child("", "")).isEqualTo("/");
        assertThat(JsonProblem.child("", "~1")).isEqualTo("/~01");
    }

    @Test
    void countsLevelsOfObjectsAndLists() {
        assertThat(read("[".repeat(32) + "]".repeat(32))).isPresent();
        assertThat(read("[".repeat(33) + "]".repeat(33))).isEmpty();
        assertThat(problems).extracting(JsonProblem::code).containsExactly("too_deep");
    }

    @Test
    void tellsNothingFromNull() {
        assertThat(read("null")).isEmpty();
        assertThat(problems).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(problems).extracting(JsonProblem::code).containsExactly("json_invalid");
    }

    @Test
    void saysInWhichColumnTheJsonEnds() {
        read("{\"a\":1,}");

        assertThat(problems)
                .extracting(JsonProblem::detail)
                .containsExactly("This is not valid JSON from column 8 on.");
    }

    private Optional<Object> read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return JsonTree.read(bytes, 0, bytes.length, problems);
    }
}
