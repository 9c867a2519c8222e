package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody names any more goes. */
final class DeadTypesTest {

    /** Started from outside. */
    private static final Set<String> STARTED = Set.of("Sekisho");

    /** Spring finds these by themselves. */
    private static final Pattern FOUND =
            Pattern.compile("(?m)^@(Configuration|Component|Controller|RestController|RestControllerAdvice)\\b");

    private static final Set<String> UNUSED_YET = Set.of();

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\W+");

    /** All sources that ship: a type is dead only among all of them. */
    private static final Rule<Collection<JavaSource>> ALIVE = new Rule<>(
            "a type that only its own file or its test names is read, translated and kept for nothing",
            DeadTypesTest::dead);

    @Test
    void everyTypeIsNamedOutsideItsFile() {
        ALIVE.holdsButFor(UNUSED_YET, List.of(Repository.main()));
    }

    @Test
    void seesATypeThatNobodyNames() {
        JavaSource dead = JavaParser.planted("wire/src/main/java/A.java", "final class A { A a; B b; }");
        JavaSource named = JavaParser.planted("wire/src/main/java/B.java", "final class B {}");

        assertThat(ALIVE.findings(List.of(dead, named)))
                .containsExactly(new Finding("wire/src/main/java/A.java", 0, "nobody names A"));
    }

    @Test
    void letsLiveWhatSpringFinds() {
        JavaSource found = JavaParser.planted("server/src/main/java/A.java", "@Component\nfinal class A {}");

        assertThat(ALIVE.findings(List.of(found))).isEmpty();
    }

    private static Stream<Finding> dead(Collection<JavaSource> sources) {
        Map<String, Long> filesByWord = sources.stream()
                .flatMap(DeadTypesTest::words)
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        return sources.stream()
                .filter(source -> !source.isPackageInfo() && !STARTED.contains(source.simpleName()))
                .filter(source -> !FOUND.matcher(source.text()).find())
                .filter(source -> filesByWord.get(source.simpleName()) == 1)
                .map(source -> source.finding(0, "nobody names " + source.simpleName()));
    }

    /** Each word once. */
    private static Stream<String> words(JavaSource source) {
        return BETWEEN_WORDS.splitAsStream(source.text()).distinct();
    }
}
