package io.sekisho.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.testkit.Launched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples, as their READMEs tell to use them, on their samples. */
final class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sparkov", "aws-afd"})
    void everyPolicyPassesItsOwnTests(String example) {
        Launched check = Launched.run("policy", "check", policy(example));

        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.out()).contains(", 0 failed");
    }

    @ParameterizedTest
    @CsvSource({
        "sparkov, mapping, sample",
        "aws-afd, registrations, registrations-sample",
        "aws-afd, registrations-minimum, registrations-minimum-sample",
        "aws-afd, transactions, transactions-sample"
    })
    void importedSamplesAreDecidedAndScored(String example, String mapping, String sample) {
        Path from = EXAMPLES.resolve(example);
        Launched imported = Launched.run(
                "import",
                "--mapping",
                from.resolve(mapping + ".yaml").toString(),
                "--in",
                from.resolve(sample + ".csv").toString(),
                "--events",
                file("events"),
                "--labels",
                file("labels"));
        Launched decided = Launched.run(
                "replay", "--events", file("events"), "--policy", policy(example), "--decisions", file("decisions"));
        Launched scored = Launched.run(
                "score", "--events", file("events"), "--decisions", file("decisions"), "--labels", file("labels"));

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(decided.code()).as(decided.err()).isZero();
        assertThat(decided.out()).startsWith("200 events accepted, 200 decided");
        assertThat(scored.code()).as(scored.err()).isZero();
        assertThat(scored.out()).contains("Labelled fraud");
    }

    @Test
    void theRulesForCardsFindFraudInTheSample() throws IOException {
        importedSamplesAreDecidedAndScored("sparkov", "mapping", "sample");

        assertThat(Files.readString(Path.of(file("decisions")))).contains("\"decision\":\"challenge\"");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String policy(String example) {
        return EXAMPLES.resolve(example).resolve("policy").toString();
    }
}
