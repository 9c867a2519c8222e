package io.sekisho.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken policy directories, each with all that is to be said of it. */
class BrokenPolicyTest {

    private static final String BROKEN = "/io/sekisho/wire/policy/broken";

    static List<String> directories() throws IOException {
        try (Stream<Path> directories = Files.list(Golden.path(BROKEN))) {
            return directories
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("directories")
    void isRefusedWithAllItsProblems(String name) {
        Path directory = Golden.path(BROKEN + "/" + name);

        PolicyDirectory read = PolicyDirectory.read(directory);

        assertThat(read.policy()).isEmpty();
        Golden.check(BROKEN + "/" + name + ".golden", PolicyText.lines(directory, read.problems()));
    }

    @ParameterizedTest
    @MethodSource("directories")
    void namesPlacesThatExist(String name) throws IOException {
        Path directory = Golden.path(BROKEN + "/" + name);

        for (Problem problem : PolicyDirectory.read(directory).problems()) {
            Path file = directory.resolve(problem.origin().file());
            boolean isReadable = Files.isRegularFile(file) && !name.endsWith("utf8") && !file.endsWith("not-utf8.csv");
            if (isReadable) {
                assertStandsIn(Files.readString(file), problem);
            }
        }
    }

    @Test
    void tellsNoCardNumber() {
        List<Problem> problems =
                PolicyDirectory.read(Golden.path(BROKEN + "/lists")).problems();

        assertThat(problems).extracting(Problem::code).contains("card_number");
        assertThat(problems).noneMatch(problem -> CardNumbers.isIn(problem.detail()));
    }

    @Test
    void isRefusedWhereThereIsNoDirectory(@TempDir Path directory) {
        List<Problem> problems =
                PolicyDirectory.read(directory.resolve("nowhere")).problems();

        assertThat(problems).extracting(Problem::code).containsExactly("file_missing");
    }

    @Test
    void isRefusedWhereAFileIsHuge(@TempDir Path directory) throws IOException {
        PolicyText.write(directory, "policy.yaml", PolicyText.POLICY);
        PolicyText.write(directory, "features.yaml", "# " + "x".repeat(5 * 1024 * 1024) + "\nn: {}\n");

        List<Problem> problems = PolicyDirectory.read(directory).problems();

        assertThat(problems)
                .extracting(Problem::code, Problem::origin)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("yaml_invalid", new Origin("features.yaml", 1, 1)));
    }

    @Test
    void isRefusedWhereAFileIsDeep(@TempDir Path directory) throws IOException {
        PolicyText.write(directory, "policy.yaml", PolicyText.POLICY);
        PolicyText.write(directory, "features.yaml", "n: " + "[".repeat(10_000));

        assertThat(PolicyDirectory.read(directory).problems())
                .extracting(Problem::code)
                .containsExactly("yaml_invalid");
    }

    private static void assertStandsIn(String text, Problem problem) {
        List<String> lines = text.lines().toList();
        int line = problem.origin().line();
        assertThat(line).as(problem.toString()).isBetween(1, Math.max(1, lines.size() + 1));
        String content = line <= lines.size() ? lines.get(line - 1) : "";
        assertThat(problem.origin().column()).as(problem.toString()).isBetween(1, content.length() + 1);
    }
}
