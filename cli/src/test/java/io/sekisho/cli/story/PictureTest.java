package io.sekisho.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's pictures show what the story shows, with the arguments that it has of itself. */
final class PictureTest {

    @TempDir
    private static Path folder;

    private static Month.Told told;

    @BeforeAll
    static void live() {
        told = Months.of(7, 2000, folder).told().orElseThrow();
    }

    /** {@code -Dgolden=write} draws them anew; look at them before they are committed. */
    @ParameterizedTest
    @CsvSource({"en, stopped-case.svg", "ja, stopped-case.ja.svg"})
    void theReadmesPictureIsTrue(String language, String file) throws IOException {
        Words words = language.equals("ja") ? Months.JAPANESE : Months.ENGLISH;
        Path picture = Path.of("..", "docs", "pictures", file);

        String drawn = Picture.of(told, words);
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(picture, drawn);
        }

        assertThat(drawn).as(file).isEqualTo(Files.readString(picture));
    }

    @Test
    void isSoundXmlThatLoadsNothing() throws Exception {
        String drawn = Picture.of(told, Months.JAPANESE);

        byte[] bytes = drawn.getBytes(StandardCharsets.UTF_8);
        String root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement()
                .getTagName();
        assertThat(root).isEqualTo("svg");
        assertThat(drawn.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "url(", "href", "@import");
    }

    @Test
    void nothingOfTheStolenCodesLeaves() {
        assertThat(AttackSums.of(told.score()).lost().value()).isZero();
    }
}
