package io.sekisho.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.testkit.Launched;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScoreCommandTest {

    @TempDir
    private Path folder;

    private Launched last = new Launched(0, "", "");

    @BeforeEach
    void writeInputs() throws IOException {
        for (String name : List.of("events", "decisions", "labels")) {
            Files.writeString(file(name), resource(name + ".ndjson"));
        }
    }

    /** To renew a golden file, copy what the failure shows; read the difference before. */
    @Test
    void printsTables() throws IOException {
        assertThat(run()).as(shownErrors()).isZero();
        assertThat(shown()).isEqualTo(resource("score.txt"));
    }

    @Test
    void printsOneJsonObject() throws IOException {
        assertThat(run("--json")).isZero();
        assertThat(shown()).isEqualTo(resource("score.json"));
    }

    @Test
    void namesDecisionsAndLabelsAboutNothing() {
        run();

        assertThat(shownErrors())
                .contains("decisions:12: /event_id: unknown_event: warning: the events have no stranger")
                .contains("warning: nothing in the events is the order never placed");
    }

    @Test
    void neverShowsACardNumberAmongIds() throws IOException {
        append("decisions", "{\"event_id\":\"4242424242424242\",\"source\":\"s\",\"decision\":\"deny\"}");
        append("labels", "{\"about_kind\":\"order\",\"about\":\"4242-4242-4242-4242\",\"label\":\"honest\"}");
        append("events", "{\"id\":\"4242424242424242");

        run();

        assertThat(shownErrors()).contains("[card]").doesNotContain("4242");
    }

    @Test
    void thePageIsWholeAndEscaped() throws IOException {
        append(
                "labels",
                "{\"about_kind\":\"order\",\"about\":\"book\",\"label\":\"honest\",\"trap\":\"<script>alert('x')</script>\"}");

        assertThat(run("--html", file("page.html").toString())).isZero();

        String page = Files.readString(file("page.html"));
        assertThat(page)
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .contains("<svg ")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "http://", "https://", "url(", "@import", "src=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events | {\"id\":\"x\" | json_invalid",
                "events | [] | wrong_type",
                "events | {} {} | json_invalid",
                "events | {\"id\":\"a\",\"id\":\"b\"} | duplicate_key",
                "events | {\"id\":\"x\",\"source\":\"s\",\"type\":\"t\",\"time\":\"noon\",\"data\":{}} | invalid_format",
                "events | {\"id\":\"x\",\"source\":\"s\",\"type\":\"t\",\"time\":\"2026-01-01T00:00:00Z\"} | missing",
                "events | {\"id\":7,\"source\":\"s\",\"type\":\"t\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{}} | wrong_type",
                "decisions | {\"event_id\":\"e1\",\"source\":\"s\",\"decision\":\"maybe\"} | unknown_value",
                "decisions | {\"event_id\":\"e1\",\"source\":\"s\",\"decision\":\"deny\",\"actions\":{}} | wrong_type",
                "labels | {\"about_kind\":\"shop\",\"about\":\"x\",\"label\":\"honest\"} | unknown_value",
                "labels | {\"about_kind\":\"order\",\"about\":\"x\",\"label\":\"honest\",\"value\":{\"value\":1.5,\"currency\":\"JPY\"}} | not_integer"
            })
    void unusableLinesAreNamedAndNothingIsJudged(String name, String line, String code) throws IOException {
        append(name, line);
        append(name, "also no JSON");

        assertThat(run()).isEqualTo(2);

        assertThat(shown()).isEmpty();
        assertThat(shownErrors()).contains(": " + code + ": ").contains(": json_invalid: ");
    }

    @Test
    void filesOfDifferentRunsAreUnusable() throws IOException {
        Files.writeString(file("decisions"), "{\"event_id\":\"x\",\"source\":\"s\",\"decision\":\"deny\"}\n");

        assertThat(run()).isEqualTo(2);
        assertThat(shownErrors()).contains("are these files of one run?");
    }

    @Test
    void aMissingFileIsUnusableInput() throws IOException {
        Files.delete(file("labels"));

        assertThat(run()).isEqualTo(2);
        assertThat(shownErrors()).contains("There is no file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "unknown"})
    void cardFilesAreJudgedByWhatIsLabelled(String unlabelled) throws IOException {
        Files.writeString(file("events"), order("o1", 1000) + order("o2", 500) + order("o3", 70) + order("o4", 7));
        Files.writeString(
                file("labels"), label("o1", "card_fraud") + label("o2", "card_fraud") + label("o3", "honest"));
        Files.writeString(file("decisions"), decision("o1", "hold") + decision("o2", "allow") + decision("o3", "deny"));

        assertThat(run("--json", "--unlabelled", unlabelled)).isZero();

        assertThat(shown())
                .contains("\"detection\":{\"undecided\":0,\"count\":{\"fraud_flagged\":1,\"fraud_missed\":1,"
                        + "\"honest_flagged\":1,\"honest_passed\":0,\"precision\":{\"hits\":1,\"of\":2,")
                .contains("\"amounts\":[{\"currency\":\"EUR\",\"fraud_flagged\":1000,\"fraud_missed\":500,"
                        + "\"honest_flagged\":70,\"honest_passed\":0,")
                .contains("\"attacks\":[]");
    }

    @Test
    void unlabelledOrdersOfACardFileCanBeDeclaredHonest() throws IOException {
        Files.writeString(file("events"), order("o1", 1000) + order("o4", 7));
        Files.writeString(file("labels"), label("o1", "card_fraud"));
        Files.writeString(file("decisions"), decision("o1", "hold") + decision("o4", "hold"));

        assertThat(run("--json", "--unlabelled", "honest")).isZero();

        assertThat(shown()).contains("\"fraud_flagged\":1,\"fraud_missed\":0,\"honest_flagged\":1,");
    }

    @Test
    void aLabelOfNothingAtStakeIsThatOfAProbe() throws IOException {
        Files.writeString(file("events"), order("o1", 1000));
        Files.writeString(
                file("labels"),
                "{\"about_kind\":\"order\",\"about\":\"o1\",\"label\":\"takeover\",\"scenario\":\"S01\","
                        + "\"value\":{\"value\":0,\"currency\":\"EUR\"}}\n");
        Files.writeString(file("decisions"), decision("o1", "deny"));

        assertThat(run("--json")).isZero();

        assertThat(shown()).contains("\"orders\":0,").contains("\"probes\":1,\"probes_stopped\":1,");
    }

    @Test
    void whoReportsATakeoverIsNotCountedAsDisturbed() throws IOException {
        Files.writeString(file("events"), order("o1", 1000).replace("order.created", "support.takeover_claimed"));
        Files.writeString(file("labels"), "");
        Files.writeString(file("decisions"), decision("o1", "deny"));

        assertThat(run("--json")).isZero();

        assertThat(shown()).contains("\"honest_by_type\":[]");
    }

    private static String order(String id, long cents) {
        return "{\"id\":\"" + id + "\",\"source\":\"s\",\"type\":\"order.created\",\"time\":\"2026-01-01T00:00:00Z\","
                + "\"data\":{\"order\":{\"order_id\":\"" + id + "\",\"amount\":{\"value\":" + cents
                + ",\"currency\":\"EUR\"},\"items\":[]}}}\n";
    }

    private static String label(String order, String label) {
        return "{\"about_kind\":\"order\",\"about\":\"" + order + "\",\"label\":\"" + label + "\"}\n";
    }

    private static String decision(String event, String outcome) {
        return "{\"event_id\":\"" + event + "\",\"source\":\"s\",\"decision\":\"" + outcome + "\",\"actions\":[]}\n";
    }

    private int run(String... options) {
        List<String> all = new ArrayList<>(List.of(
                "score",
                "--events",
                file("events").toString(),
                "--decisions",
                file("decisions").toString(),
                "--labels",
                file("labels").toString()));
        all.addAll(List.of(options));
        last = Launched.run(all.toArray(String[]::new));
        return last.code();
    }

    private void append(String name, String line) throws IOException {
        Files.writeString(file(name), Files.readString(file(name)) + line + "\n");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String shown() {
        return last.out();
    }

    private String shownErrors() {
        return last.err();
    }

    private static String resource(String name) throws IOException {
        try (var stream = ScoreCommandTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
