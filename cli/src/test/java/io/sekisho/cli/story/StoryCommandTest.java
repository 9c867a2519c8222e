package io.sekisho.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.console.UnusableException;
import io.sekisho.cli.replay.ReplayCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class StoryCommandTest {

    private static final String ROOT = "sekisho.root";

    private final StringWriter out = new StringWriter();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream usualErr = System.err;
    private final @Nullable String usualRoot = System.getProperty(ROOT);
    private final Locale usualLocale = Locale.getDefault();

    @BeforeEach
    void redirect() {
        System.setProperty(ROOT, "..");
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        if (usualRoot == null) {
            System.clearProperty(ROOT);
        } else {
            System.setProperty(ROOT, usualRoot);
        }
        System.setErr(usualErr);
        Locale.setDefault(usualLocale);
    }

    @Test
    void speaksTheLanguageOfTheSystemAndElseEnglish() {
        Locale.setDefault(Locale.JAPAN);
        assertThat(run()).as(shownErrors()).isZero();
        assertThat(out.toString()).startsWith("Sekisho - あるネットショップの1か月");

        out.getBuffer().setLength(0);
        Locale.setDefault(Locale.FRANCE);
        assertThat(run()).isZero();
        assertThat(out.toString()).startsWith("Sekisho: a month in an online shop");
    }

    @Test
    void tellsBothStoriesOfOneMonth() {
        assertThat(run("--lang", "both")).as(shownErrors()).isZero();

        assertThat(out.toString()).contains("What it cost the honest customers", "一般のお客様のご負担");
        assertThat(shownErrors()).containsOnlyOnce("Simulated a month of 60 customers");
    }

    @Test
    void keepsTheFilesWhereTheUserSays(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("a").resolve("month");

        assertThat(run("--lang", "en", "--data", data.toString()))
                .as(shownErrors())
                .isZero();

        assertThat(names(data)).containsExactlyInAnyOrder("events.ndjson", "labels.ndjson", "decisions.ndjson");
        assertThat(data.resolve("decisions.ndjson")).content().contains("\"policy_version\"");
        assertThat(shownErrors()).contains("The files are kept in " + data);
    }

    @Test
    void decidesAsReplayDoes(@TempDir Path folder) {
        Path again = folder.resolve("again.ndjson");

        assertThat(run("--lang", "en", "--data", folder.toString()))
                .as(shownErrors())
                .isZero();
        int replayed = new CommandLine(new ReplayCommand())
                .execute("--events", folder.resolve("events.ndjson").toString(), "--decisions", again.toString());

        assertThat(replayed).isZero();
        assertThat(again).hasSameBinaryContentAs(folder.resolve("decisions.ndjson"));
    }

    @Test
    void removesTheFilesWhereNobodyWantsThem() throws IOException {
        Set<String> before = storyFolders();

        assertThat(run("--lang", "en")).as(shownErrors()).isZero();

        assertThat(storyFolders()).isEqualTo(before);
    }

    @Test
    void drawsThePictureInsteadOfTelling(@TempDir Path folder) {
        Path picture = folder.resolve("case.svg");

        assertThat(run("--lang", "ja", "--svg", picture.toString()))
                .as(shownErrors())
                .isZero();

        assertThat(picture).content().startsWith("<svg ").contains("拒否");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--accounts, 0, accounts is 0; it must be from 1 to 1000000",
    })
    void saysWhatIsWrongWithAnArgument(String option, String value, String problem) {
        assertThat(run(option, value)).isEqualTo(2);

        assertThat(shownErrors()).contains(problem);
    }

    @Test
    void knowsNoOtherLanguages() {
        assertThat(run("--lang", "de")).isEqualTo(2);

        assertThat(out.toString() + shownErrors()).contains("en, ja, both");
    }

    private int run(String... options) {
        CommandLine line = new CommandLine(new StoryCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof UnusableException) {
                System.err.println(failure.getMessage());
                return 2;
            }
            throw failure;
        });
        List<String> small = List.of(options).contains("--accounts") ? List.of() : List.of("--accounts", "60");
        return line.execute(Stream.concat(Stream.of(options), small.stream()).toArray(String[]::new));
    }

    private String shownErrors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> storyFolders() throws IOException {
        return names(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                .filter(name -> name.startsWith("sekisho-story-"))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
