package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/dependencies.md lists what ships and what builds it, no more and no less. What is on the class path, and in which
 * scope, Maven writes into target/dependencies.txt before the tests.
 */
final class DependenciesTest {

    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "EPL-2.0",
            "MPL-2.0",
            "CC0-1.0",
            "CC-BY-4.0",
            "ISC");

    /** {@code group:artifact:jar:version:scope}, then perhaps the Java module. */
    private static final Pattern RESOLVED = Pattern.compile("\\s+([^:\\s]+:[^:]+):jar:([^:]+):(\\w+)( .*)?");

    private static final String PAGE = "docs/dependencies.md";
    private static final String SHIPPED = "What ships";
    private static final String TOOLS = "What builds and tests";
    private static final String BY = "by ";

    private static final Poms POMS = Poms.read(Repository.root(), Repository.MODULES);

    /** What a table says beside what is so. */
    record Account(List<LibraryTable.Row> rows, Set<Library> real) {}

    private static final Rule<Account> COMPLETE = new Rule<>(
            "whoever takes this program takes each library with it, and its licence and its holes",
            account -> Stream.concat(
                    account.real().stream()
                            .filter(library -> account.rows().stream()
                                    .noneMatch(row -> row.library().equals(library)))
                            .map(library -> new Finding(PAGE, 0, library + " is not listed")),
                    account.rows().stream()
                            .filter(row -> !account.real().contains(row.library()))
                            .map(row -> new Finding(PAGE, 0, row.library() + " is gone, strike it"))));

    private static final Rule<LibraryTable.Row> LICENSED = new Rule<>(
            "the program may be given on under Apache-2.0, also by those who sell it",
            row -> ALLOWED.contains(row.licence())
                    ? Stream.empty()
                    : Stream.of(new Finding(PAGE, 0, row.library() + " is under " + row.licence())));

    @Test
    void everyShippedLibraryIsListedAndNoOther() throws IOException {
        COMPLETE.holdsFor(List.of(new Account(rows(SHIPPED), resolved(scope -> !scope.equals("test")))));
    }

    @Test
    void everyToolIsListedAndNoOther() throws IOException {
        Set<Library> tools = Stream.concat(POMS.tools().stream(), resolved(scope -> scope.equals("test")).stream())
                .filter(library -> !library.version().isEmpty())
                .collect(Collectors.toSet());

        COMPLETE.holdsFor(List.of(new Account(rows(TOOLS), tools)));
    }

    @Test
    void seesALibraryThatIsNotListedAndOneThatIsGone() {
        LibraryTable.Row row = new LibraryTable.Row(new Library("a:b", "1"), "MIT", "why");

        assertThat(COMPLETE.findings(new Account(List.of(row), Set.of(new Library("a:b", "2")))))
                .extracting(Finding::what)
                .containsExactly("a:b 2 is not listed", "a:b 1 is gone, strike it");
        assertThat(COMPLETE.findings(new Account(List.of(row), Set.of(new Library("a:b", "1")))))
                .isEmpty();
    }

    @Test
    void everyLicenceIsAllowed() {
        LICENSED.holdsFor(
                Stream.of(SHIPPED, TOOLS).flatMap(table -> rows(table).stream()).toList());
    }

    @Test
    void seesALicenceThatIsNotAllowed() {
        Library library = new Library("a:b", "1");

        assertThat(LICENSED.findings(new LibraryTable.Row(library, "GPL-3.0-only", "why")))
                .hasSize(1);
        assertThat(LICENSED.findings(new LibraryTable.Row(library, "", "why"))).hasSize(1);
        assertThat(LICENSED.findings(new LibraryTable.Row(library, "ISC", "why")))
                .isEmpty();
    }

    @Test
    void ofEachLibraryThePageTellsWhyOrByWhomItComes() {
        Map<String, Boolean> isAskedByUs = rows(SHIPPED).stream()
                .collect(Collectors.toMap(
                        row -> row.library().name(),
                        row -> !row.why().startsWith(BY),
                        (one, other) -> one,
                        TreeMap::new));

        assertThat(isAskedByUs.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey))
                .as("those that a module asks for have a reason, the others begin with '%s'", BY)
                .containsExactlyElementsOf(POMS.asked());
        assertThat(rows(SHIPPED)).allSatisfy(row -> assertThat(row.why()).isNotBlank());
        assertThat(rows(TOOLS)).allSatisfy(row -> assertThat(row.why()).isNotBlank());
    }

    @Test
    void theLauncherFindsNoLibraryButThoseOfTheList() throws IOException {
        Path libraries = Repository.root().resolve("cli/target/lib");
        Set<String> listed = rows(SHIPPED).stream()
                .map(row -> row.library().name().replaceFirst(".*:", "") + "-"
                        + row.library().version() + ".jar")
                .collect(Collectors.toSet());

        assertThat(jars(libraries).filter(jar -> !jar.startsWith("sekisho-") && !listed.contains(jar)))
                .as("left in cli/target/lib by an older build, and on the launcher's class path: mvn clean")
                .isEmpty();
    }

    /** None before the first build. */
    private static Stream<String> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static List<LibraryTable.Row> rows(String table) {
        TextFile page = Repository.files().stream()
                .filter(file -> file.path().equals(PAGE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + PAGE));
        return LibraryTable.under(table, page.text());
    }

    private static Set<Library> resolved(Predicate<String> scope) throws IOException {
        Path list = Repository.root().resolve("cli/target/dependencies.txt");
        assertThat(list).as("written by mvn generate-test-resources").exists();
        return Files.readAllLines(list).stream()
                .map(RESOLVED::matcher)
                .filter(Matcher::matches)
                .filter(line -> !line.group(1).startsWith("io.sekisho:") && scope.test(line.group(3)))
                .map(line -> new Library(line.group(1), line.group(2)))
                .collect(Collectors.toSet());
    }
}
