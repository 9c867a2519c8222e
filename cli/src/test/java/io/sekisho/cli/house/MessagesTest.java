package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message is there in English and in Japanese. English may be the bundle without a language. */
final class MessagesTest {

    private static final String ENDING = ".properties";

    /** Spring reads them, no person does. */
    private static final String SETTINGS = "/server/server.properties";

    /** The files of one bundle by language. */
    record Bundle(String path, Map<String, TextFile> files) {}

    private static final Rule<Bundle> BOTH_LANGUAGES = new Rule<>(
            "whoever reads Japanese must not meet half a sentence of English, nor a key",
            bundle -> Stream.of("en", "ja").flatMap(language -> wrongs(bundle, language)));

    @Test
    void everyMessageIsThereInBothLanguages() {
        BOTH_LANGUAGES.holdsFor(bundles(Repository.files().stream()
                .filter(file -> file.path().contains("/src/main/resources/"))
                .filter(file -> !file.path().endsWith(SETTINGS))
                .toList()));
    }

    @Test
    void seesAMissingLanguage() {
        assertThat(findings(TextFile.of("a/M.properties", "a=1"))).containsExactly("is missing in ja");
        assertThat(findings(TextFile.of("a/M_ja.properties", "a=1"))).containsExactly("is missing in en");
    }

    @Test
    void seesAMissingKey() {
        assertThat(findings(TextFile.of("a/M_en.properties", "a=1\nb=2"), TextFile.of("a/M_ja.properties", "a=1")))
                .containsExactly("has no b in ja");
    }

    @Test
    void seesAnEmptyMessage() {
        assertThat(findings(TextFile.of("a/M.properties", "a=1"), TextFile.of("a/M_ja.properties", "a=")))
                .containsExactly("has no a in ja");
    }

    @Test
    void letsPassWhatIsThereTwice() {
        assertThat(findings(TextFile.of("a/M.properties", "a=1"), TextFile.of("a/M_ja.properties", "a=一")))
                .isEmpty();
    }

    private static List<String> findings(TextFile... files) {
        return bundles(List.of(files)).stream()
                .flatMap(bundle -> BOTH_LANGUAGES.findings(bundle).stream())
                .map(Finding::what)
                .toList();
    }

    private static List<Bundle> bundles(Collection<TextFile> files) {
        Map<String, Map<String, TextFile>> bundles = files.stream()
                .filter(file -> file.path().endsWith(ENDING))
                .collect(Collectors.groupingBy(
                        MessagesTest::base, TreeMap::new, Collectors.toMap(MessagesTest::language, file -> file)));
        return bundles.entrySet().stream()
                .map(bundle -> new Bundle(bundle.getKey(), bundle.getValue()))
                .toList();
    }

    private static String base(TextFile file) {
        return file.path().replaceFirst("(_(en|ja))?[.]properties$", "");
    }

    private static String language(TextFile file) {
        return file.path().endsWith("_ja" + ENDING) ? "ja" : "en";
    }

    private static Stream<Finding> wrongs(Bundle bundle, String language) {
        TextFile file = bundle.files().get(language);
        if (file == null) {
            return Stream.of(new Finding(bundle.path(), 0, "is missing in " + language));
        }
        Set<String> missing = new TreeSet<>();
        bundle.files().values().forEach(other -> missing.addAll(keys(other)));
        missing.removeAll(keys(file));
        return missing.stream().map(key -> new Finding(file.path(), 0, "has no " + key + " in " + language));
    }

    /** Those that have a text. */
    private static Set<String> keys(TextFile file) {
        Properties messages = new Properties();
        try {
            messages.load(new StringReader(file.text()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return messages.stringPropertyNames().stream()
                .filter(key -> !messages.getProperty(key).isBlank())
                .collect(Collectors.toSet());
    }
}
