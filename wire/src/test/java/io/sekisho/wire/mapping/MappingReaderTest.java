package io.sekisho.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingReaderTest {

    /** To renew the golden file, copy what the failure shows; read the difference before. */
    @Test
    void namesEveryProblemWithLineAndCaret() throws IOException {
        String shown = problems(resource("broken.yaml")).stream()
                .map(ImportProblem::toString)
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(shown).isEqualTo(resource("broken.txt"));
    }

    @Test
    void neverRepeatsACardNumberOfTheMapping() throws IOException {
        assertThat(problems(resource("broken.yaml")).toString()).doesNotContain("4242");
    }

    @Test
    void saysWhereYamlBreaksOff() {
        assertThat(problems("type: order.created\ntime: {column: [\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("not_yaml");
                    assertThat(problem.line()).isEqualTo(3);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "- a\n- b\n", "just text", "&a [*a]", "{[a]: b}"})
    void refusesWhatIsNoMapping(String yaml) {
        assertThat(problems(yaml)).isNotEmpty();
    }

    @Test
    void namesWhatTheTypeNeedsAndGuessesWhatWasMeant() {
        String yaml = """
                type: order.created
                time: {column: at}
                fields:
                  order.order_id: {column: n}
                  order.ammount: {column: total, as: decimal_money, currency: JPY}
                """;

        assertThat(problems(yaml))
                .extracting(ImportProblem::detail)
                .satisfiesExactlyInAnyOrder(
                        amount -> assertThat(amount)
                                .startsWith("order.created needs order.amount; is \"order.ammount\" meant"),
                        items -> assertThat(items).startsWith("order.created needs order.items"));
    }

    @Test
    void aLabelAboutAnOrderNeedsTheOrdersId() {
        String yaml = """
                type: login.failed
                time: {column: at}
                fields: {ip: {column: ip}}
                label: {column: f, fraud_value: x, about_kind: order}
                """;

        assertThat(problems(yaml)).extracting(ImportProblem::code).containsExactly("missing_field");
    }

    @Test
    void aColumnOfCardNumbersHasNoOtherUse() {
        String yaml = """
                type: login.failed
                id: {column: pan}
                time: {column: at}
                fields:
                  account_id: {column: pan, as: card_number}
                  note: {column: pan}
                """;

        assertThat(problems(yaml))
                .extracting(ImportProblem::code, ImportProblem::line)
                .containsExactly(tuple("card_column_reused", 2L), tuple("card_column_reused", 6L));
    }

    @Test
    void acceptsEveryExample() throws IOException {
        Path examples = Path.of("..", "examples");
        for (String name : List.of("sparkov/mapping", "aws-afd/registrations", "aws-afd/transactions")) {
            assertThat(problems(Files.readString(examples.resolve(name + ".yaml"))))
                    .as(name)
                    .isEmpty();
        }
    }

    private static List<ImportProblem> problems(String yaml) {
        return switch (MappingReader.read("mapping.yaml", yaml)) {
            case MappingReader.Reading.Usable ignored -> List.of();
            case MappingReader.Reading.Unusable unusable -> unusable.problems();
        };
    }

    private static String resource(String name) throws IOException {
        try (var stream = MappingReaderTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
