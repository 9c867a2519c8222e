package io.sekisho.cli.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.Sekisho;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("It looks at standard output.")
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("sekisho.root"));
    private static final Pattern ANSWERED =
            Pattern.compile("```sh\n\\./sekisho (replay [^|]*) \\| tail -n 1\n```\n```json\n(.*)\n```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./sekisho ([a-z]+)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md"})
    void showsTheAnswerThatTheCommandGives(String readme) throws IOException {
        Matcher answered = ANSWERED.matcher(read(readme));
        assertThat(answered.find()).as("a command with its answer").isTrue();
        String[] arguments = answered.group(1)
                .replace("examples/", ROOT.resolve("examples") + "/")
                .split(" ");

        List<String> lines = output(arguments).lines().toList();

        assertThat(lines.getLast()).isEqualTo(answered.group(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md", "ARCHITECTURE.md", "CONTRIBUTING.md"})
    void leadsToFilesThatAreThere(String document) throws IOException {
        Matcher link = LINK.matcher(read(document));
        while (link.find()) {
            assertThat(ROOT.resolve(link.group(1))).as("a link in %s", document).exists();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md"})
    void namesCommandsThatThereAre(String readme) throws IOException {
        Matcher command = COMMAND.matcher(read(readme));
        while (command.find()) {
            assertThat(Sekisho.run(command.group(1), "--help"))
                    .as(command.group(1))
                    .isZero();
        }
    }

    private static String output(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        System.setOut(new PrintStream(taken, true, StandardCharsets.UTF_8));
        try {
            assertThat(Sekisho.run(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        return taken.toString(StandardCharsets.UTF_8);
    }

    private static String read(String document) throws IOException {
        return Files.readString(ROOT.resolve(document));
    }
}
