package io.sekisho.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoryTest {

    /** A row of the timeline: local time, two blanks, what happened. */
    private static final Pattern ROW = Pattern.compile("\\d\\d:\\d\\d:\\d\\d  .*");

    private static final int OUTCOME_COLUMN_AT_80 = 8 + 2 + 25 + 2;

    @TempDir
    private static Path folder;

    private static Month month;

    @BeforeAll
    static void live() {
        month = Months.of(7, 200, folder);
    }

    /** {@code -Dgolden=write} writes the files anew; read the difference before it is committed. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void tellsTheMonthAsTheGoldenFileDoes(String language) throws IOException {
        String story = Months.story(month, words(language), 80);

        String file = "/io/sekisho/cli/story/story." + language + ".txt";
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(Path.of("src/test/resources" + file), story);
        }
        assertThat(story).as(file).isEqualTo(golden(file));
    }

    @ParameterizedTest
    @CsvSource({"en, 60", "en, 80", "en, 100", "ja, 60", "ja, 80", "ja, 100"})
    void staysWithinThePaper(String language, int width) {
        // Commands are for copying, and not broken.
        List<String> lines = Months.story(month, words(language), width)
                .lines()
                .filter(line -> !line.startsWith("  ./sekisho") && !line.startsWith("  cp "))
                .toList();

        assertThat(lines)
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(Math.max(width, 76)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void alignsEveryAnswerHoweverWideTheCharacters(String language) {
        Words words = words(language);
        Set<String> answers = Stream.of("allow", "challenge", "hold", "deny")
                .map(word -> words.text("outcome." + word))
                .collect(Collectors.toSet());

        List<String> rows = Months.story(month, words, 80)
                .lines()
                .filter(line -> ROW.matcher(line).matches())
                .toList();

        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(rows).allSatisfy(row -> assertThat(answers).anyMatch(from(row, OUTCOME_COLUMN_AT_80)::startsWith));
    }

    @Test
    void paintsOnlyOnColouredPaper() {
        StringBuilder text = new StringBuilder();
        new Story(Months.ENGLISH, new Paper(text::append, 80, true, Months.ENGLISH.locale())).tell(month);

        assertThat(text).contains("\033[1;31mDENY\033[0m");
        assertThat(Months.story(month, Months.ENGLISH, 80)).doesNotContain("\033");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void showsNobodysData(String language) throws IOException {
        String story = Months.story(month, words(language), 100);
        String events = Files.readString(folder.resolve("events.ndjson"));

        assertThat(values(events, "email")).isNotEmpty().noneMatch(story::contains);
        assertThat(values(events, "ip")).isNotEmpty().noneMatch(story::contains);
        assertThat(values(events, "token")).isNotEmpty().noneMatch(story::contains);
    }

    @Test
    void saysThatNobodyWasAttackedWhereNobodyWas() {
        Month quiet = new Month(month.plan(), month.score(), java.util.Optional.empty());

        assertThat(Months.story(quiet, Months.ENGLISH, 80)).contains("Nobody was attacked in this month");
    }

    private static Words words(String language) {
        return language.equals("ja") ? Months.JAPANESE : Months.ENGLISH;
    }

    /** What stands behind so many columns of the terminal. */
    private static String from(String line, int columns) {
        int at = 0;
        while (DisplayWidth.of(line.substring(0, at)) < columns) {
            at = line.offsetByCodePoints(at, 1);
        }
        return line.substring(at);
    }

    private static Set<String> values(String events, String name) {
        return Pattern.compile("\"" + name + "\":\"([^\"]+)\"")
                .matcher(events)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String golden(String file) throws IOException {
        if (System.getProperty("golden", "").equals("write")) {
            return Files.readString(Path.of("src/test/resources" + file));
        }
        try (var in = Objects.requireNonNull(StoryTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
