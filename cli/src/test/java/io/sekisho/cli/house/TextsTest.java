package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every checked-in file, whatever it is written in. */
final class TextsTest {

    private static final int MOST_BYTES = 3_000_000;

    private static final Pattern BROKEN_ON_PURPOSE = Pattern.compile("/src/test/resources/.*/broken/");

    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern TRAILING = Pattern.compile("[ \t\u3000]+\r?$");

    /** Written with brackets, so that this line does not name what it forbids. */
    private static final Pattern REGISTRY = Pattern.compile("(?i)repo\\d*[.]maven|central[.]sonatype|oss[.]sonatype"
            + "|registry[.](npmjs|yarnpkg)|pypi[.]org|pythonhosted[.]|proxy[.]golang|crates[.]io|deb[.]debian"
            + "|(archive|security)[.]ubuntu|registry-\\d[.]docker|(docker|ghcr|quay|jitpack)[.]io/"
            + "|plugins[.]gradle|artifactory[.]|nexus[.]\\w");

    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w.$}/:~-])/(work|tmp|root|home|Users|mnt)/(?!<)[\\w.~$-]|(?i)\\b[a-z]:\\\\Users\\\\");

    private static final Rule<TextFile> NO_TAB =
            new Rule<>("a tab is of another width in every window", file -> file.linesWith(TAB, "holds a tab"));

    private static final Rule<TextFile> NO_TRAILING = new Rule<>(
            "what nobody sees should not be what differs", file -> file.linesWith(TRAILING, "ends in white space"));

    private static final Rule<TextFile> NO_REGISTRY = new Rule<>(
            "from which host packages come is set on the machine that builds, not in the project",
            file -> file.linesWith(REGISTRY, "names the host of a registry"));

    private static final Rule<TextFile> NO_MACHINE_PATH = new Rule<>(
            "a path of one machine is wrong on every other",
            file -> file.linesWith(MACHINE_PATH, "names a path of a machine"));

    private static final Rule<TextFile> UTF8 = new Rule<>(
            "one encoding, so that nobody has to guess it",
            file -> Stream.of(file)
                    .filter(text -> !text.isUtf8())
                    .map(text -> new Finding(text.path(), 0, "is not UTF-8")));

    private static final Rule<TextFile> SMALL = new Rule<>(
            "whoever clones carries every version of a large file for ever; build it, or fetch it when it is needed",
            file -> Stream.of(file)
                    .filter(large -> large.bytes().length > MOST_BYTES)
                    .map(large -> new Finding(large.path(), 0, "has " + large.bytes().length + " bytes")));

    @Test
    void noTextHoldsATab() {
        NO_TAB.holdsFor(written());
    }

    @Test
    void seesATab() {
        assertThat(NO_TAB.findings(planted("a: 1\n\tb: 2\n"))).containsExactly(new Finding("a.yaml", 2, "holds a tab"));
    }

    @Test
    void noLineEndsInWhiteSpace() {
        NO_TRAILING.holdsFor(written());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \n", "a \r\n", "a\u3000", "  \n"})
    void seesTrailingWhiteSpace(String text) {
        assertThat(NO_TRAILING.findings(planted(text))).hasSize(1);
        assertThat(NO_TRAILING.findings(planted("a b\r\n\n"))).isEmpty();
    }

    @Test
    void noRegistryIsNamed() {
        NO_REGISTRY.holdsFor(Repository.texts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://repo1#maven#org/maven2",
                "https://registry#npmjs#org",
                "files#pythonhosted#org",
                "proxy#golang#org",
                "ghcr#io/a/b",
                "https://nexus#example#org"
            })
    void seesARegistry(String host) {
        assertThat(NO_REGISTRY.findings(planted("from: " + host.replace('#', '.'))))
                .hasSize(1);
        assertThat(NO_REGISTRY.findings(planted("xmlns=\"http://maven.apache.org/POM/4.0.0\"")))
                .isEmpty();
    }

    @Test
    void noPathOfAMachineIsNamed() {
        NO_MACHINE_PATH.holdsFor(Repository.texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#home#ann#sekisho", "\"#tmp#x\"", "(#work#main)", "`#root#.m2`", "C:\\Users\\ann"})
    void seesAPathOfAMachine(String path) {
        assertThat(NO_MACHINE_PATH.findings(planted("in " + path.replace('#', '/'))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/home/a",
                "$dir/tmp/x",
                "docs/work/x",
                "pointer /data/order",
                "~/tmp/a",
                "/tmp"
            })
    void letsPassWhatIsNoPathOfAMachine(String text) {
        assertThat(NO_MACHINE_PATH.findings(planted(text))).isEmpty();
    }

    @Test
    void everyTextIsUtf8() {
        UTF8.holdsFor(written());
    }

    @Test
    void seesAnotherEncoding() {
        assertThat(UTF8.findings(new TextFile("a.txt", "é".getBytes(StandardCharsets.ISO_8859_1))))
                .hasSize(1);
        assertThat(UTF8.findings(planted("é 関所"))).isEmpty();
    }

    @Test
    void noFileIsOver3Megabytes() {
        SMALL.holdsFor(Repository.files());
    }

    @Test
    void seesALargeFile() {
        assertThat(SMALL.findings(new TextFile("a.bin", new byte[MOST_BYTES + 1])))
                .hasSize(1);
        assertThat(SMALL.findings(new TextFile("a.bin", new byte[MOST_BYTES]))).isEmpty();
    }

    /** Without the inputs of tests that are wrong on purpose. */
    private static List<TextFile> written() {
        return Repository.texts().stream()
                .filter(file -> !BROKEN_ON_PURPOSE.matcher(file.path()).find())
                .toList();
    }

    private static TextFile planted(String text) {
        return TextFile.of("a.yaml", text);
    }
}
