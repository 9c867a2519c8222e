package io.sekisho.wire.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as YAML 1.1 and people read them. */
class YamlValueTest {

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "-7, -7",
        "15_000, 15000",
        "007, 7",
        "1.5, 1.5",
        "1_000.5, 1000.5",
        "true, true",
        "True, true",
        "yes, true",
        "on, true",
        "no, false",
        "off, false",
        "FALSE, false",
        "word, word",
        "'\"7\"', 7",
        "'\"yes\"', yes",
        "2023-09-13, 2023-09-13",
        "24h, 24h"
    })
    void areScalarsOfTheirKind(String text, String value) {
        assertThat(value(text).scalar().map(Object::toString)).contains(value);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".inf",
                "-.INF",
                ".nan",
                "1:30.5",
                "1:30",
                "0x1F",
                "99999999999999999999",
                "~",
                "null",
                "",
                "[1]",
                "{a: 1}"
            })
    void areRefusedWhereTheyAreNoPlainScalars(String text) {
        assertThat(value(text).scalar()).isEmpty();
        assertThat(problems).extracting(Problem::code).containsExactly("wrong_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"7\"", "seven", "true", "", "[7]"})
    void areRefusedWhereAWholeNumberIsWanted(String text) {
        assertThat(value(text).whole()).isEmpty();
        assertThat(problems).extracting(Problem::code).containsExactly("wrong_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "wahr", ""})
    void areRefusedWhereAFlagIsWanted(String text) {
        assertThat(value(text).flag()).isEmpty();
        assertThat(problems).extracting(Problem::code).containsExactly("wrong_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null", "", "[text]", "{text: 1}"})
    void areRefusedWhereTextIsWanted(String text) {
        assertThat(value(text).text()).isEmpty();
        assertThat(problems).extracting(Problem::code).containsExactly("wrong_type");
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0", "007, 007", "yes, yes", "'\"~\"', ~", "'''null''', null"})
    void areTextAsWritten(String text, String expected) {
        assertThat(value(text).text().map(Sourced::text)).contains(expected);
    }

    @Test
    void standWhereTheyBegin() {
        YamlMapping mapping = YamlFile.parse("# a\nk: v\nq:   'quoted'\nb: |\n  block\n", "f.yaml", problems::add)
                .flatMap(YamlValue::mapping)
                .orElseThrow();

        assertThat(mapping.text("k").map(Sourced::origin)).contains(new Origin("f.yaml", 2, 4));
        assertThat(mapping.text("q").map(Sourced::origin)).contains(new Origin("f.yaml", 3, 7));
        assertThat(mapping.text("b").map(Sourced::origin)).contains(new Origin("f.yaml", 5, 3));
    }

    @Test
    void standInTheirOwnColumnBehindAByteOrderMark(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("f.yaml"), "\uFEFFk: v");
        YamlMapping mapping = YamlFile.read(file, "f.yaml", problems::add)
                .flatMap(YamlValue::mapping)
                .orElseThrow();

        assertThat(mapping.text("k").map(Sourced::origin)).contains(new Origin("f.yaml", 1, 4));
    }

    @Test
    void mayBeSharedByAnAnchor() {
        YamlMapping mapping = YamlFile.parse("a: &x [1, 2]\nb: *x\n", "f.yaml", problems::add)
                .flatMap(YamlValue::mapping)
                .orElseThrow();

        assertThat(mapping.elements("b")).hasSize(2);
        assertThat(problems).isEmpty();
    }

    @Test
    void mayContainThemselvesWithoutHarm() {
        Optional<YamlValue> root = YamlFile.parse("a: &x [*x]\n", "f.yaml", problems::add);

        assertThat(root.flatMap(YamlValue::mapping).orElseThrow().elements("a")).hasSize(1);
    }

    @Test
    void nameKeysThatNobodyAskedFor() {
        YamlMapping mapping = YamlFile.parse("known: 1\nknwon: 2\n[a]: 3\n", "f.yaml", problems::add)
                .flatMap(YamlValue::mapping)
                .orElseThrow();
        mapping.value("known");
        mapping.finish();

        assertThat(problems)
                .extracting(problem -> problem.origin() + " " + problem.code())
                .containsExactly("f.yaml:3:1 wrong_type", "f.yaml:2:1 unknown_key");
    }

    private YamlValue value(String text) {
        return YamlFile.parse("k: " + text, "f.yaml", problems::add)
                .flatMap(YamlValue::mapping)
                .flatMap(mapping -> mapping.value("k"))
                .orElseThrow();
    }
}
