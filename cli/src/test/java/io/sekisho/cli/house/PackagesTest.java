package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every package says what it is for, and that nothing in it is null unless it says so. */
final class PackagesTest {

    private static final int FEWEST_WORDS = 3;
    private static final Pattern JAVADOC = Pattern.compile("/[*]{2}(.*?)[*]/\\s*@", Pattern.DOTALL);

    /** The tests of the engine's walls, in a package that holds nothing else. */
    private static final Set<String> WITHOUT_INFO = Set.of("Walls.java");

    /** The sources of one package of a module, those of its tests too. */
    record SourcePackage(String name, List<JavaSource> sources) {}

    private static final Rule<SourcePackage> PURPOSE = new Rule<>(
            "a reader of the tree sees first what a package is for, and NullAway checks only what is marked",
            PackagesTest::findings);

    @Test
    void everyPackageIsMarkedAndSaysItsPurpose() {
        PURPOSE.holdsButFor(WITHOUT_INFO, packages(Repository.java()));
    }

    @Test
    void seesAPackageWithoutInfo() {
        assertThat(findings("final class A {}", null)).containsExactly("p has no package-info.java");
    }

    @Test
    void seesAnUnmarkedPackage() {
        assertThat(findings("final class A {}", "/** What all of these share. */\n@Deprecated\npackage p;"))
                .containsExactly("is not @NullMarked");
    }

    @Test
    void seesAPackageWithoutASentence() {
        assertThat(findings("final class A {}", "@NullMarked\npackage p;")).containsExactly("says no purpose");
        assertThat(findings("final class A {}", "/** Scores. */\n@NullMarked\npackage p;"))
                .containsExactly("says no purpose");
        assertThat(findings("final class A {}", "/** What all of these share. */\n@NullMarked\npackage p;"))
                .isEmpty();
    }

    private static List<String> findings(String type, @Nullable String info) {
        Stream<JavaSource> sources =
                Stream.of(JavaParser.planted("wire/src/main/java/p/A.java", "package p;\n" + type));
        if (info != null) {
            sources = Stream.concat(
                    sources, Stream.of(JavaParser.planted("wire/src/main/java/p/package-info.java", info)));
        }
        List<SourcePackage> packages = packages(sources.toList());
        assertThat(packages).hasSize(1);
        return PURPOSE.findings(packages.getFirst()).stream().map(Finding::what).toList();
    }

    private static List<SourcePackage> packages(List<JavaSource> sources) {
        Map<String, List<JavaSource>> byName = sources.stream()
                .collect(Collectors.groupingBy(
                        source -> source.module() + " " + source.packageName(), TreeMap::new, Collectors.toList()));
        return byName.values().stream()
                .map(all -> new SourcePackage(all.getFirst().packageName(), all))
                .toList();
    }

    private static Stream<Finding> findings(SourcePackage one) {
        return one.sources().stream()
                .filter(JavaSource::isPackageInfo)
                .findFirst()
                .map(PackagesTest::wrongs)
                .orElseGet(
                        () -> Stream.of(one.sources().getFirst().finding(0, one.name() + " has no package-info.java")));
    }

    private static Stream<Finding> wrongs(JavaSource info) {
        boolean isMarked = info.unit().getPackageAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("NullMarked"));
        return Stream.concat(
                isMarked ? Stream.empty() : Stream.of(info.finding(0, "is not @NullMarked")),
                isSentence(info) ? Stream.empty() : Stream.of(info.finding(0, "says no purpose")));
    }

    private static boolean isSentence(JavaSource info) {
        Matcher javadoc = JAVADOC.matcher(info.text());
        if (!javadoc.lookingAt()) {
            return false;
        }
        String text = javadoc.group(1).strip();
        return text.endsWith(".") && text.split("\\s+").length >= FEWEST_WORDS;
    }
}
