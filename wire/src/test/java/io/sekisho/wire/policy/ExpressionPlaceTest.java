package io.sekisho.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.rule.RuleDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A problem inside an expression is shown exactly where it stands, however YAML writes the expression. */
class ExpressionPlaceTest {

    private static final String REASON = "\n  reason: {code: c, en: e, ja: j}\n";

    static final List<String> SCALARS = List.of(
            "f.culprit > 2",
            "gift_amount() > 0 && f.culprit > 2",
            "gift_amount() > 0 &&   f.culprit   > 2   # why",
            "\"f.culprit > 2\"",
            "'gift_amount() > 0 && f.culprit > 2'",
            "'data.channel == ''web'' && f.culprit > 2'",
            "'data.channel == ''web'' && data.actor == ''agent'' || f.culprit > 2'",
            "\"data.channel == \\\"web\\\" && f.culprit > 2\"",
            "'data.channel == \"ウェブ\" && f.culprit > 2'",
            "data.channel == 'web' && f.culprit > 2",
            "gift_amount() > 0 &&\n      f.culprit > 2",
            "gift_amount() > 0\n    && data.channel == \"web\"\n\n        && f.culprit > 2",
            "'gift_amount() > 0 &&\n   f.culprit > 2'",
            "'data.channel == ''web''\n   && f.culprit > 2'",
            "\"data.channel == \\\"web\\\"\n     && f.culprit > 2\"",
            "|\n    f.culprit > 2",
            "|\n    gift_amount() > 0\n    && f.culprit > 2",
            "|-\n    gift_amount() > 0\n      && (\n        f.culprit > 2)",
            "|2\n    gift_amount() > 0\n      && f.culprit > 2",
            ">\n    f.culprit > 2",
            ">-\n    gift_amount() > 0\n    && f.culprit > 2",
            ">-\n    gift_amount() > 0\n    && data.channel == \"web\"\n    && data.actor == 'agent'\n    && f.culprit > 2",
            ">-\n\n    gift_amount() > 0\n\n      && data.channel == \"web\"\n    && f.culprit > 2\n\n",
            ">+\n    gift_amount() > 0 && f.culprit > 2\n");

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("SCALARS")
    void isExactInTheConditionOfARule(String scalar) throws IOException {
        String file = "# A rule.\n- id: r\n  on: [order.created]\n  when: " + scalar + REASON;

        assertPlace("rules/a.yaml", file);
    }

    @ParameterizedTest
    @FieldSource("SCALARS")
    void isExactWhereTheConditionIsTheLastOfTheFile(String scalar) throws IOException {
        String file = "- id: r\n  on: [order.created]\n  reason: {code: c, en: e, ja: j}\n  when: " + scalar;

        assertPlace("rules/a.yaml", file);
    }

    @ParameterizedTest
    @FieldSource("SCALARS")
    void isExactInTheFilterOfAFeature(String scalar) throws IOException {
        String file = "n:\n  aggregate: count\n  where: " + scalar + "\n  by: [account]\n  window: 1h\n";

        assertPlace("features.yaml", file);
    }

    @Test
    void isExactInARuleOnOneLine() throws IOException {
        assertPlace(
                "rules/a.yaml",
                "- {id: r, on: [order.created], when: 'gift_amount() > 0 && f.culprit > 2', reason: {code: c, en: e, ja: j}}");
    }

    @Test
    void isExactInAFeatureOnOneLine() throws IOException {
        assertPlace("features.yaml", "n: {aggregate: sum, of: f.culprit + 1, by: [account], window: 1h}");
    }

    @Test
    void isThatOfTheFirstCharacterWhereTheWholeIsWrong() throws IOException {
        PolicyText.write(directory, "policy.yaml", PolicyText.POLICY);
        String file = "- id: r\n  on: [order.created]\n  when: >-\n\n    gift_amount()\n    + 1" + REASON;
        PolicyText.write(directory, "rules/a.yaml", file);

        assertThat(PolicyDirectory.read(directory).problems())
                .extracting(Problem::code, Problem::origin)
                .containsExactly(Tuple.tuple("expression_type", new Origin("rules/a.yaml", 5, 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"! f.known", "!f.known", "! (f.known)", "!!str f.known"})
    void isNamedWhereYamlWouldDropANegation(String scalar) throws IOException {
        PolicyText.write(directory, "policy.yaml", PolicyText.POLICY);
        PolicyText.write(directory, "rules/a.yaml", "- id: r\n  on: [order.created]\n  when: " + scalar + REASON);

        assertThat(PolicyDirectory.read(directory).problems())
                .extracting(Problem::code, Problem::origin)
                .contains(Tuple.tuple("yaml_tag", new Origin("rules/a.yaml", 3, 9)));
    }

    @Test
    void leavesTheStringsOfAnExpressionAlone() throws IOException {
        PolicyText.write(directory, "policy.yaml", PolicyText.POLICY);
        String file = "- id: r\n  on: [order.created]\n  when: >-\n    data.own == \"a  b\" &&\n    data.other == 'it'"
                + REASON
                + "- id: s\n  on: [order.created]\n  when: 'data.own == ''a'' && data.other == \"b c\"'"
                + REASON;
        PolicyText.write(directory, "rules/a.yaml", file);

        List<RuleDefinition> rules =
                PolicyDirectory.read(directory).definition().orElseThrow().rules();

        assertThat(rules.get(0).when().text()).contains("\"a  b\"").contains("'it'");
        assertThat(rules.get(1).when().text().replace(" ", "")).isEqualTo("data.own=='a'&&data.other==\"bc\"");
        assertThat(rules.get(1).when().text()).contains("\"b c\"");
    }

    private void assertPlace(String file, String text) throws IOException {
        PolicyText.write(directory, "policy.yaml", PolicyText.POLICY);
        PolicyText.write(directory, file, text);

        List<Problem> problems = PolicyDirectory.read(directory).problems();

        assertThat(problems).extracting(Problem::code).containsExactly("expression_invalid");
        Origin origin = problems.get(0).origin();
        String line = text.split("\n", -1)[origin.line() - 1];
        // CEL points at the dot of a path.
        assertThat(line.substring(0, origin.column() - 1) + "^" + line.substring(origin.column() - 1))
                .as(problems.toString())
                .containsAnyOf("^f.culprit", "f^.culprit");
    }
}
