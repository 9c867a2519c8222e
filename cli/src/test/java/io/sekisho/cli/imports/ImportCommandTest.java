package io.sekisho.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.testkit.Launched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {

    private static final String MAPPING = """
            type: login.failed
            source: urn:test
            time: {column: at}
            fields: {account_id: {column: card, as: card_number}, ip: {column: ip}}
            label: {column: bad, fraud_value: "1", label: takeover}
            """;
    private static final String GOOD = "at,card,ip,bad\n2026-01-02T03:04:05Z,4242424242424242,192.0.2.1,1\n";
    private static final String BAD_ROW = "yesterday,4242424242424242,192.0.2.1,1\n";

    @TempDir
    private Path folder;

    private Launched last = new Launched(0, "", "");

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), MAPPING);
        Files.writeString(folder.resolve("key"), "a key for tests\n");
        Files.writeString(folder.resolve("good.csv"), GOOD);
        Files.writeString(folder.resolve("bad.csv"), GOOD + BAD_ROW);
    }

    @Test
    void writesEventsLabelsAndReport() throws IOException {
        int code =
                run("", "--in", path("good.csv"), "--events", path("e"), "--labels", path("l"), "--report", path("r"));

        assertThat(code).as(last.err()).isZero();
        assertThat(Files.readString(folder.resolve("e")))
                .contains("\"id\":\"line-2\"")
                .endsWith("}\n");
        assertThat(Files.readString(folder.resolve("l")))
                .isEqualTo("{\"about_kind\":\"event\",\"about\":\"line-2\",\"label\":\"takeover\"}\n");
        assertThat(Files.readString(folder.resolve("r"))).startsWith("{\"rows\":1,\"events\":1,\"labels\":1,");
        assertThat(last.err()).contains("card_tokenised: 1");
        assertThat(files()).containsExactly("bad.csv", "e", "good.csv", "key", "l", "m.yaml", "r");
    }

    @Test
    void oneBadRowLeavesEverythingAsItWas() throws IOException {
        Files.writeString(folder.resolve("e"), "old");

        int code = run("", "--in", path("bad.csv"), "--events", path("e"), "--labels", path("l"));

        assertThat(code).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("e"))).isEqualTo("old");
        assertThat(files()).containsExactly("bad.csv", "e", "good.csv", "key", "m.yaml");
        assertThat(last.err()).contains("bad.csv:3: /at: bad_time: 'yesterday'").contains("Nothing was written");
    }

    @Test
    void keepGoingWritesTheGoodRowsAndStillSaysTwo() throws IOException {
        int code = run("", "--in", path("bad.csv"), "--events", path("e"), "--keep-going");

        assertThat(code).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("e"))).hasLineCount(1);
    }

    @Test
    void keepGoingWritesNothingWhenNoRowIsGood() throws IOException {
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        int code = run("", "--in", path("other.csv"), "--events", path("e"), "--keep-going");

        assertThat(code).isEqualTo(2);
        assertThat(files()).doesNotContain("e");
    }

    @Test
    void readsStandardInputAndWritesStandardOutput() {
        int code = run(GOOD, "--in", "-", "--events", "-");

        assertThat(code).isZero();
        assertThat(last.out()).startsWith("{\"specversion\"").hasLineCount(1);
    }

    @Test
    void readsAndWritesCompressedFiles() throws IOException {
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("good.csv.gz")))) {
            packed.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }

        int code = run("", "--in", path("good.csv.gz"), "--events", path("e.gz"));

        assertThat(code).isZero();
        try (var plain = new GZIPInputStream(Files.newInputStream(folder.resolve("e.gz")))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).hasLineCount(1);
        }
    }

    @Test
    void aBrokenArchiveIsUnusableInput() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(GOOD.repeat(1).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length - 20));

        assertThat(run("", "--in", path("cut.csv.gz"), "--events", path("e"))).isEqualTo(2);
        assertThat(last.err()).contains("cut short");
        assertThat(files()).doesNotContain("e");
    }

    @Test
    void aMissingFileOrFolderIsUnusable() {
        assertThat(run("", "--in", path("none.csv"), "--events", path("e"))).isEqualTo(2);
        assertThat(run("", "--in", path("good.csv"), "--events", path("none/e")))
                .isEqualTo(2);
        assertThat(last.err()).contains("Does its folder exist?");
    }

    @Test
    void refusesOutputsThatWouldOverwriteAnother() {
        assertThat(run("", "--in", path("good.csv"), "--events", path("good.csv")))
                .isEqualTo(2);
        assertThat(last.err()).contains("is named twice");
        assertThat(run("", "--in", path("good.csv"), "--events", "-", "--labels", "-"))
                .isEqualTo(2);
        assertThat(last.err()).contains("would go to standard output");
    }

    @Test
    void refusesLabelsThatTheMappingCannotMake() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), MAPPING.lines().limit(4).reduce("", (a, b) -> a + b + "\n"));

        assertThat(run("", "--in", path("good.csv"), "--events", path("e"), "--labels", path("l")))
                .isEqualTo(2);
    }

    @Test
    void printsAHundredProblemsAndCountsTheRest() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), GOOD + BAD_ROW.repeat(130));

        assertThat(run("", "--in", path("bad.csv"), "--events", path("e"))).isEqualTo(2);

        String shown = last.err();
        assertThat(shown.lines().filter(line -> line.contains(": bad_time: "))).hasSize(100);
        assertThat(shown).contains("... and 30 more problems").contains("rows refused     130");
    }

    @Test
    void withoutAKeyOneIsMadeOnceAndKept() throws IOException {
        String[] options = {"--in", path("good.csv"), "--events", "-", "--data", path("state")};
        assertThat(runWithoutKey(options)).isZero();
        String first = last.out();
        assertThat(runWithoutKey(options)).isZero();

        assertThat(last.out()).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("state/card.key"))).hasSize(65);
        assertThat(Files.readString(folder.resolve("state/.gitignore"))).isEqualTo("*\n");
    }

    @Test
    void aKeyInTheMappingIsUsedWithAWarning() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), MAPPING + "card_key: an example key\n");

        assertThat(runWithoutKey("--in", path("good.csv"), "--events", "-")).isZero();

        assertThat(last.err()).startsWith("warning: ").contains("--key-file");
    }

    @Test
    void aCardNumberIsNowhere() throws IOException {
        run("", "--in", path("bad.csv"), "--events", "-", "--labels", path("l"), "--report", path("r"), "--keep-going");

        String all =
                last.out() + last.err() + Files.readString(folder.resolve("l")) + Files.readString(folder.resolve("r"));
        assertThat(all).doesNotContain("4242424242424242").contains("tok_");
    }

    private int run(String in, String... options) {
        List<String> all = new ArrayList<>(List.of("--key-file", path("key")));
        all.addAll(List.of(options));
        return execute(in, all);
    }

    private int runWithoutKey(String... options) {
        return execute("", List.of(options));
    }

    private int execute(String in, List<String> options) {
        List<String> all = new ArrayList<>(List.of("import", "--mapping", path("m.yaml")));
        all.addAll(options);
        last = Launched.runWith(in, all.toArray(String[]::new));
        return last.code();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
