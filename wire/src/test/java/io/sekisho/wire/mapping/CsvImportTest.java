package io.sekisho.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvImportTest {

    private static final String CARD = "4242424242424242";
    private static final String ORDERS = """
            type: order.created
            source: urn:test
            id: {column: n}
            time: {column: at, format: iso, zone: Asia/Tokyo}
            fields:
              account_id: {column: account}
              user_agent: {column: agent}
              order.order_id: {column: n}
              order.amount: {column: total, as: decimal_money, currency: {column: cur}}
              order.items[0].sku: {column: sku}
              order.items[0].quantity: {column: pieces, as: integer}
              order.payment.card: {column: card, as: card_number}
              express: {column: express, as: boolean}
              lat: {column: lat, as: number}
            label: {column: fraud, fraud_value: "1", honest_value: "0", about_kind: order}
            """;
    private static final String HEADER = "n,at,account,agent,total,cur,sku,pieces,card,express,lat,fraud\n";
    private static final String GOOD =
            "o1,2026-01-02 03:04:05,a1,Firefox,12.30,USD,s1,2,4242 4242 4242 4242,yes,-1.5,1\n";

    private record Done(
            String events, String labels, ImportReport report, List<RowProblem> problems, List<Problem> ofMapping) {

        List<String> codes() {
            return Stream.concat(
                            ofMapping.stream().map(Problem::code),
                            problems.stream().map(problem -> problem.problem().code()))
                    .toList();
        }

        List<Tuple> rowProblems() {
            return problems.stream()
                    .map(found -> row(
                            found.line(),
                            found.problem().pointer(),
                            found.problem().code()))
                    .toList();
        }

        String everything() {
            return events + labels + report.text() + report.json() + problems + ofMapping;
        }
    }

    @Test
    void writesAnEventAndALabel() throws IOException {
        Done done = run(ORDERS, HEADER + GOOD);

        assertThat(done.problems).isEmpty();
        assertThat(done.events)
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"o1\",\"source\":\"urn:test\",\"type\":\"order.created\","
                        + "\"time\":\"2026-01-01T18:04:05Z\",\"data\":{\"account_id\":\"a1\",\"user_agent\":\"Firefox\","
                        + "\"order\":{\"order_id\":\"o1\",\"amount\":{\"value\":1230,\"currency\":\"USD\"},"
                        + "\"items\":[{\"sku\":\"s1\",\"quantity\":2}],\"payment\":{\"card\":{"
                        + "\"token\":\"tok_0e1ef3ff4e4b6cd2\",\"bin\":\"424242\",\"last4\":\"4242\"}}},"
                                .replace("tok_0e1ef3ff4e4b6cd2", token(CARD))
                        + "\"express\":true,\"lat\":-1.5}}\n");
        assertThat(done.labels).isEqualTo("{\"about_kind\":\"order\",\"about\":\"o1\",\"label\":\"card_fraud\"}\n");
        assertThat(done.report.altered()).containsOnlyKeys(Alteration.CARD_TOKENISED);
    }

    @Test
    void leavesOutWhatARowDoesNotSay() throws IOException {
        Done done = run(ORDERS, HEADER + "o1,2026-01-02T03:04:05Z,,,5,USD,s1,,,,,\n");

        assertThat(done.events)
                .endsWith("\"data\":{\"order\":{\"order_id\":\"o1\",\"amount\":{\"value\":500,\"currency\":\"USD\"},"
                        + "\"items\":[{\"sku\":\"s1\"}]}}}\n");
        assertThat(done.labels).isEmpty();
        assertThat(done.report.unlabelled()).isEqualTo(1);
    }

    @Test
    void namesEveryProblemOfEveryRow() throws IOException {
        Done done = run(
                ORDERS,
                HEADER
                        + ",2026-13-02T03:04:05Z,a,,x,USD,s1,two,12,maybe,north,2\n"
                        + GOOD
                        + "o3,2026-01-02T03:04:05Z,a\n"
                        + "o4,,a,,-1,USD,s1,,,,,\n");

        assertThat(done.rowProblems())
                .containsExactlyInAnyOrder(
                        row(2, "/n", "missing"),
                        row(2, "/at", "bad_time"),
                        row(2, "/total", "not_an_amount"),
                        row(2, "/pieces", "not_integer"),
                        row(2, "/card", "not_a_card_number"),
                        row(2, "/express", "not_a_boolean"),
                        row(2, "/lat", "not_a_number"),
                        row(2, "/fraud", "unknown_value"),
                        row(4, "", "column_count"),
                        row(5, "/at", "missing"),
                        row(5, "/total", "negative_amount"));
        assertThat(done.report.events()).isEqualTo(1);
        assertThat(done.report.refused()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "n, refused", "at, refused", "account, refused", "agent, masked", "total, refused", "cur, refused",
        "sku, refused", "pieces, refused", "card, tokenised", "express, refused", "lat, refused", "fraud, refused"
    })
    void aCardNumberInAnyColumnIsNowhereInTheOutput(String column, String fate) throws IOException {
        List<String> names = List.of(HEADER.strip().split(",", -1));
        for (String card : List.of(CARD, "4242-4242-4242-4242", "4242 4242 4242 4242", "４２４２４２４２４２４２４２４２")) {
            List<String> cells = new ArrayList<>(List.of(GOOD.strip().split(",", -1)));
            cells.set(names.indexOf(column), card);

            Done done = run(ORDERS, HEADER + String.join(",", cells) + "\n");

            assertThat(CardNumbers.isIn(done.everything())).as(card).isFalse();
            assertThat(done.everything()).doesNotContain(card);
            assertThat(done.report.events()).as(fate).isEqualTo(fate.equals("refused") ? 0 : 1);
        }
    }

    @Test
    void refusesByColumnWhatReplayWouldRefuse() throws IOException {
        String yaml = """
                type: order.created
                time: {column: at}
                fields:
                  ip: {column: address}
                  order.order_id: {column: n}
                  order.amount: {column: total, as: decimal_money, currency: {column: cur}}
                  order.items[0].quantity: {column: pieces, as: integer}
                  order.payment.card.bin: {value: "42"}
                  order.shipping.country: {column: land}
                """;

        String rows = """
                n,at,address,total,cur,pieces,land
                o1,2026-01-02T03:04:05Z,192.0.2.300,1.00,USD,0,Japan
                o2,2026-01-02T03:04:05Z, 192.0.2.3 ,,USD,1,JP
                o3,2026-01-02T03:04:05Z,,1.00,GGP,,
                """;

        Done done = run(yaml, rows);

        assertThat(done.rowProblems())
                .containsExactlyInAnyOrder(
                        row(2, "/address", "invalid_format"),
                        row(2, "/pieces", "out_of_range"),
                        row(2, "/land", "invalid_format"),
                        row(2, "/data/order/payment/card/bin", "invalid_format"),
                        row(3, "/total", "missing"),
                        row(3, "/data/order/payment/card/bin", "invalid_format"),
                        row(4, "/cur", "unknown_currency"),
                        row(4, "/pieces", "missing"),
                        row(4, "/data/order/payment/card/bin", "invalid_format"));
    }

    @Test
    void blamesTheRightColumnWhereAnElementIsLeftOut() throws IOException {
        String yaml = """
                type: cart.updated
                time: {column: at}
                fields:
                  items[0].quantity: {column: first, as: integer}
                  items[1].quantity: {column: second, as: integer}
                """;

        Done done = run(yaml, "at,first,second\n2026-01-02T03:04:05Z,,0\n");

        assertThat(done.problems)
                .extracting(problem -> problem.problem().pointer())
                .containsExactly("/second");
    }

    @Test
    void aFileWithoutHeaderDoesNotShowTheCardsOfItsFirstRow() throws IOException {
        Done done = run(ORDERS, GOOD);

        assertThat(done.codes()).contains("unknown_column").doesNotContain("ambiguous_column");
        assertThat(done.everything()).doesNotContain("4242 4242");
    }

    @Test
    void masksACardNumberThatSomebodyWroteIntoFreeText() throws IOException {
        Done done = run(ORDERS, HEADER + GOOD.replace("Firefox", "my card 4242 4242 4242 4242!"));

        assertThat(done.events).contains("\"user_agent\":\"my card [card]!\"");
        assertThat(done.report.altered()).containsEntry(Alteration.CARD_MASKED, 1L);
    }

    @Test
    void anArticleNumberIsNoCardNumber() throws IOException {
        // 13 digits with the prefix and check digit of a card, and the check digit of an EAN.
        String ean = eanThatPassesForACard();

        assertThat(run(ORDERS, HEADER + GOOD.replace("s1", ean)).problems).isEmpty();
        assertThat(run(ORDERS, HEADER + GOOD.replace("a1", ean)).codes()).containsExactly("card_number");
    }

    @Test
    void aLongFractionIsNoCardNumber() throws IOException {
        assertThat(run(ORDERS, HEADER + GOOD.replace("-1.5", "33.385999999999996")).problems)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12.34, USD, 1234",
        "7, JPY, 7",
        "7.000, JPY, 7",
        "1.234, BHD, 1234",
        "0.5, USD, 50",
        "3, ZWD, 300",
        "100000000000.00, USD, 10000000000000"
    })
    void amountsBecomeMinorUnitsOfTheirCurrency(String text, String currency, long minor) throws IOException {
        Done done = run(ORDERS, HEADER + GOOD.replace("12.30,USD", text + "," + currency));

        assertThat(done.problems).isEmpty();
        assertThat(done.events).contains("\"amount\":{\"value\":" + minor + ",\"currency\":\"" + currency + "\"}");
        assertThat(done.report.altered()).doesNotContainKey(Alteration.ROUNDED);
    }

    @ParameterizedTest
    @CsvSource({"7.53, BIF, 8", "0.5, JPY, 0", "1.5, JPY, 2", "2.5, JPY, 2", "1.005, USD, 100", "1.2345, BHD, 1234"})
    void aFractionTooFineIsRoundedHalfToEvenOrRefused(String text, String currency, long minor) throws IOException {
        String row = HEADER + GOOD.replace("12.30,USD", text + "," + currency);

        Done rounded = run(ORDERS + "rounding: half_even\n", row);
        Done refused = run(ORDERS, row);

        assertThat(rounded.events).contains("\"value\":" + minor + ",");
        assertThat(rounded.report.altered()).containsEntry(Alteration.ROUNDED, 1L);
        assertThat(refused.codes()).containsExactly("fraction_too_fine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,234.50", "$5", "1e9", "90071992547409.92", ".5", "5."})
    void refusesWhatIsNoAmount(String text) throws IOException {
        assertThat(run(ORDERS, HEADER + GOOD.replace("12.30", '"' + text + '"'))
                        .report
                        .events())
                .isZero();
    }

    @Test
    void unknownCurrenciesAreRefusedOrMappedAsDeclared() throws IOException {
        String rows = HEADER + GOOD.replace("USD", "GGP") + GOOD.replace("USD", "SPL");

        assertThat(run(ORDERS, rows).codes()).containsExactly("unknown_currency", "unknown_currency");
        assertThat(run(ORDERS + "unknown_currency: map\n", rows).events).contains("\"XXX\"");
        assertThat(run(ORDERS + "unknown_currency: {map: EUR}\n", rows).events).contains("\"EUR\"");
        Done table = run(ORDERS + "unknown_currency: {map: {GGP: GBP, '*': XXX}}\n", rows);
        assertThat(table.events).contains("\"GBP\"").contains("\"XXX\"");
        assertThat(table.report.altered()).containsEntry(Alteration.CURRENCY_MAPPED, 2L);
        assertThat(run(ORDERS + "unknown_currency: {map: {GGP: GBP}}\n", rows).codes())
                .containsExactly("unknown_currency");
    }

    @ParameterizedTest
    @CsvSource({
        "iso, 2026-01-02T03:04:05+09:00, 2026-01-01T18:04:05Z",
        "iso, 2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "iso, 2026-01-02, 2026-01-01T15:00:00Z",
        "iso, 2026-01-02T03:04:05.123999, 2026-01-01T18:04:05.123Z",
        "epoch_seconds, 1767322800, 2026-01-02T03:00:00Z",
        "epoch_millis, 1767322800007, 2026-01-02T03:00:00.007Z",
        "dd.MM.yyyy HH:mm, 02.01.2026 03:04, 2026-01-01T18:04:00Z",
        "d MMM yyyy, 2 Jan 2026, 2026-01-01T15:00:00Z"
    })
    void readsTimesOfEveryFormat(String format, String text, String expected) throws IOException {
        Done done = run(
                ORDERS.replace("format: iso", "format: \"" + format + "\""),
                HEADER + GOOD.replace("2026-01-02 03:04:05", text));

        assertThat(done.events).contains("\"time\":\"" + expected + "\"");
    }

    @Test
    void aLocalTimeWithoutZoneIsRefused() throws IOException {
        Done done = run(ORDERS.replace(", zone: Asia/Tokyo", ""), HEADER + GOOD);

        assertThat(done.problems)
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.problem().detail()).contains("give the mapping's time a zone"));
    }

    @Test
    void millisecondsGivenForSecondsAreRefused() throws IOException {
        Done done = run(
                ORDERS.replace("format: iso", "format: epoch_seconds"),
                HEADER + GOOD.replace("2026-01-02 03:04:05", "1767322800007"));

        assertThat(done.codes()).containsExactly("bad_time");
    }

    @Test
    void aColumnMayNameTheType() throws IOException {
        String yaml = """
                type: {column: kind, values: {in: login.succeeded, out: custom.logout}}
                time: {column: at}
                fields: {account_id: {column: who}}
                """;

        Done done = run(
                yaml,
                "kind,at,who\nin,2026-01-02T03:04:05Z,a\nout,2026-01-02T03:04:05Z,a\nup,2026-01-02T03:04:05Z,a\n");

        assertThat(done.events).contains("\"type\":\"login.succeeded\"").contains("\"type\":\"custom.logout\"");
        assertThat(done.events).contains("\"id\":\"line-2\",\"source\":\"urn:sekisho:import:rows%20of%20mine.csv\"");
        assertThat(done.codes()).containsExactly("unknown_value");
    }

    @Test
    void namesEveryMissingColumnWithItsPlaceInTheMapping() throws IOException {
        Done done = run(ORDERS, "nn,at,account,agent,total,cur,sku,pieces,card,express,fraud\n");

        assertThat(done.codes()).containsOnly("unknown_column");
        assertThat(done.ofMapping)
                .extracting(problem -> problem.origin().toString())
                .containsExactly("mapping.yaml:3:14", "mapping.yaml:8:28", "mapping.yaml:14:17");
        assertThat(done.ofMapping.getFirst().detail()).contains("Did you mean 'nn'?");
    }

    @Test
    void namesColumnsThatAreThereTwiceOnlyIfTheyAreUsed() throws IOException {
        String yaml = "type: login.failed\ntime: {column: at}\nfields: {ip: {column: ip}}\n";

        assertThat(run(yaml, "at,ip,x,x\n2026-01-02T03:04:05Z,192.0.2.1,,\n").codes())
                .isEmpty();
        assertThat(run(yaml, "at,ip,ip\n2026-01-02T03:04:05Z,192.0.2.1,\n").codes())
                .containsExactly("ambiguous_column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b\"c\n", "o1,\"never closed\n"})
    void saysBehindWhichLineTheCsvBreaks(String broken) throws IOException {
        Done done = run(ORDERS, HEADER + GOOD + broken);

        assertThat(done.problems).isNotEmpty();
        assertThat(done.problems.getLast().line()).isBetween(2L, 3L);
        assertThat(done.report.events()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotUtf8AndAnEmptyFile() throws IOException {
        byte[] latin = (HEADER + GOOD.replace("Firefox", "F\u00fc")).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(run(ORDERS, latin).codes()).containsExactly("not_utf8");
        assertThat(run(ORDERS, new byte[0]).codes()).containsExactly("empty_file");
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(run(ORDERS, "\uFEFF" + HEADER + GOOD).problems).isEmpty();
    }

    @Test
    void refusesAnEventAboveTheContractsLimit() throws IOException {
        Done done = run(ORDERS, HEADER + GOOD.replace("Firefox", "F".repeat(66_000)));

        assertThat(done.codes()).containsExactly("too_large");
    }

    @Test
    void countsRowsThatAreOutOfTime() throws IOException {
        Done done = run(ORDERS, HEADER + GOOD + GOOD.replace("03:04:05", "03:04:04") + GOOD);

        assertThat(done.report.earlier()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "sparkov/mapping, sparkov/sample, 200, 0",
        "aws-afd/registrations, aws-afd/registrations-sample, 119, 0",
        "aws-afd/registrations-minimum, aws-afd/registrations-minimum-sample, 200, 0",
        "aws-afd/transactions, aws-afd/transactions-sample, 100, 24"
    })
    void importsTheSamplesOfTheExamples(String mapping, String sample, long labels, long rounded) throws IOException {
        Path examples = Path.of("..", "examples");

        Done done = run(
                Files.readString(examples.resolve(mapping + ".yaml")),
                Files.readAllBytes(examples.resolve(sample + ".csv")));

        assertThat(done.problems).isEmpty();
        assertThat(done.events.lines()).hasSize(200).allMatch(CsvImportTest::isAccepted);
        assertThat(done.labels.lines()).hasSize((int) labels);
        assertThat(done.report.altered().getOrDefault(Alteration.ROUNDED, 0L)).isEqualTo(rounded);
        assertThat(done.everything().lines().filter(CardNumbers::isIn))
                .as("coordinates apart")
                .allMatch(line -> line.contains("itude\":"));
    }

    private static boolean isAccepted(String event) {
        return new EventReader().read(event.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Accepted;
    }

    private static Tuple row(long line, String pointer, String code) {
        return org.assertj.core.api.Assertions.tuple(line, pointer, code);
    }

    private static String eanThatPassesForACard() {
        for (long n = 4_000_000_000_000L; ; n++) {
            String digits = Long.toString(n);
            int sum = 0;
            for (int i = 0; i < 13; i++) {
                sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
            }
            if (sum % 10 == 0 && CardNumbers.isIn(digits)) {
                return digits;
            }
        }
    }

    private static String token(String digits) {
        return tokens().tokenOf(digits);
    }

    private static CardTokens tokens() {
        return new CardTokens("a key for tests".getBytes(StandardCharsets.UTF_8));
    }

    private static Done run(String yaml, String csv) throws IOException {
        return run(yaml, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static Done run(String yaml, byte[] csv) throws IOException {
        var reading = (MappingReader.Reading.Usable) MappingReader.read("mapping.yaml", yaml);
        List<RowProblem> problems = new ArrayList<>();
        List<Problem> ofMapping = new ArrayList<>();
        var events = new ByteArrayOutputStream();
        var labels = new ByteArrayOutputStream();
        ImportReport report = CsvImport.run(
                reading.mapping(),
                "dir/rows of mine.csv",
                new CsvImport.Streams(new ByteArrayInputStream(csv), events, labels),
                tokens(),
                new ImportWatch() {
                    @Override
                    public void onRow() {}

                    @Override
                    public void onProblem(RowProblem problem) {
                        problems.add(problem);
                    }

                    @Override
                    public void onProblem(Problem problem) {
                        ofMapping.add(problem);
                    }
                });
        return new Done(
                events.toString(StandardCharsets.UTF_8),
                labels.toString(StandardCharsets.UTF_8),
                report,
                problems,
                ofMapping);
    }
}
