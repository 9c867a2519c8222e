package io.sekisho.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.golden.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingReaderTest {

    @Test
    void namesEveryProblemWhereItStands() throws IOException {
        String shown = problems(resource("broken.yaml")).stream()
                .map(problem -> problem.origin() + ": " + problem.code() + ": " + problem.detail())
                .collect(Collectors.joining("\n", "", "\n"));

        Golden.check("/io/sekisho/wire/mapping/broken.txt", shown);
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
                    assertThat(problem.code()).isEqualTo("yaml_invalid");
                    assertThat(problem.origin().line()).isEqualTo(3);
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
                .extracting(Problem::detail)
                .satisfiesExactlyInAnyOrder(
                        amount -> assertThat(amount)
                                .isEqualTo("order.created needs order.amount. Did you mean 'order.amount'?"),
                        items -> assertThat(items).isEqualTo("order.created needs order.items."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order.order_id: {column: x, as: integer} | text",
                "order.amount: {column: x} | as: decimal_money, currency: USD",
                "order.items: {column: x} | a list, such as order.items[0]",
                "order.items.sku: {column: x} | a list, such as order.items[0]",
                "order.items[0]: {column: x} | an object, such as order.items[0].sku",
                "order.items[0].quantity: {column: x} | as: integer",
                "order.payment.method: {column: x, as: boolean} | one of card, gift_balance,",
                "order.payment.card: {column: x} | as: card_number, or paths such as order.payment.card.token",
                "account_id.more: {column: x} | text",
                "account: {column: x, as: card_number} | an object, such as account.created_at"
            })
    void saysWhatTheContractWantsAtAPlace(String field, String wanted) {
        String yaml = "type: order.created\ntime: {column: at}\nfields:\n  " + field + "\n";

        assertThat(problems(yaml))
                .filteredOn(problem -> problem.code().equals("wrong_kind"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.detail()).startsWith("Here the contract wants " + wanted);
                    assertThat(problem.origin().line()).isEqualTo(4);
                });
    }

    @Test
    void aConstantMustBeOneOfTheContractsWords() {
        String yaml = """
                type: verification.failed
                time: {column: at}
                fields: {method: {value: pass_key}}
                """;

        assertThat(problems(yaml))
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).endsWith("Did you mean 'passkey'?"));
    }

    @Test
    void ownPlacesTakeAnything() {
        String yaml = """
                type: custom.visit
                time: {column: at}
                fields:
                  shop.visitors: {column: n, as: integer}
                  shop.takings: {column: total, as: decimal_money, currency: JPY}
                  shop.tags[0]: {column: tag}
                """;

        assertThat(problems(yaml)).isEmpty();
    }

    @Test
    void aLabelAboutAnOrderNeedsTheOrdersId() {
        String yaml = """
                type: login.failed
                time: {column: at}
                fields: {ip: {column: ip}}
                label: {column: f, fraud_value: x, about_kind: order}
                """;

        assertThat(problems(yaml)).extracting(Problem::code).containsExactly("missing_field");
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
                .extracting(Problem::code, problem -> problem.origin().line())
                .containsExactly(tuple("card_column_reused", 2), tuple("card_column_reused", 6));
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

    private static List<Problem> problems(String yaml) {
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
