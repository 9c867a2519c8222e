package io.sekisho.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Money;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WordsTest {

    private static final Pattern BLANK_TO_FILL = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(bundle("en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle("ja").stringPropertyNames());
    }

    @Test
    void bothLanguagesFillInTheSameParts() throws IOException {
        Properties english = bundle("en");
        Properties japanese = bundle("ja");

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(blanks(japanese.getProperty(key)))
                        .as(key)
                        .isEqualTo(blanks(english.getProperty(key))));
    }

    /** A single one would swallow what follows it. */
    @Test
    void everyApostropheIsWrittenTwice() throws IOException {
        assertThat(bundle("en").values())
                .allSatisfy(
                        text -> assertThat(text.toString().replace("''", "")).doesNotContain("'"));
    }

    @ParameterizedTest
    @EnumSource(ActionVerb.class)
    void everyActionHasWords(ActionVerb verb) {
        for (Words words : List.of(Months.ENGLISH, Months.JAPANESE)) {
            assertThat(words.text("action." + verb.word())).isNotBlank();
            assertThat(words.text("action." + verb.word() + ".many", 2)).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyAnswerHasANameOfNineColumnsAtMostAndAMeaning(Outcome outcome) {
        for (Words words : List.of(Months.ENGLISH, Months.JAPANESE)) {
            assertThat(DisplayWidth.of(words.text("outcome." + outcome.word()))).isBetween(1, 9);
            assertThat(words.text("legend." + outcome.word())).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s, 0秒", "89, 89 s, 89秒", "90, 1 min, 1分", "5399, 89 min, 89分", "5400, 1 h, 1時間"})
    void durationsAreShort(long seconds, String english, String japanese) {
        Duration duration = Duration.ofSeconds(seconds);

        assertThat(Months.ENGLISH.duration(duration)).isEqualTo(english);
        assertThat(Months.JAPANESE.duration(duration)).isEqualTo(japanese);
    }

    @Test
    void moneyHasTheDecimalsOfItsCurrency() {
        assertThat(Months.ENGLISH.money(new Money(550_000, "JPY"))).isEqualTo("¥550,000");
        assertThat(Months.JAPANESE.money(new Money(5000, "JPY"))).isEqualTo("5,000円");
        assertThat(Months.ENGLISH.money(new Money(1234, "USD"))).isEqualTo("12.34 USD");
    }

    @Test
    void listsAreReadOut() {
        assertThat(Months.ENGLISH.either(List.of("a", "b", "c"))).isEqualTo("a, b or c");
        assertThat(Months.ENGLISH.all(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Months.JAPANESE.all(List.of("甲", "乙", "丙"))).isEqualTo("甲、乙と丙");
        assertThat(Months.ENGLISH.all(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "taro@shop.example, t***@shop.example",
        "@shop.example, ***",
        "nobody, ***",
        "𠮷@shop.example, 𠮷***@shop.example"
    })
    void mailAddressesAreMasked(String address, String shown) {
        assertThat(Masked.email(address)).isEqualTo(shown);
    }

    @Test
    void phoneNumbersAreMasked() {
        assertThat(Masked.phone("+819012345678")).isEqualTo("***78");
    }

    private static Set<String> blanks(String text) {
        Set<String> blanks = new TreeSet<>();
        BLANK_TO_FILL.matcher(text).results().map(MatchResult::group).forEach(blanks::add);
        return blanks;
    }

    private static Properties bundle(String language) throws IOException {
        String name = "/" + Words.BUNDLE.replace('.', '/') + "_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(WordsTest.class.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
