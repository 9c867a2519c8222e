package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Files and methods stay of a size that is read at one sitting. The numbers of the shapes are those of today where they
 * exceed the aim, which stands beside them: they may only fall.
 */
final class SizesTest {

    private static final int FILE_LINES = 500;
    private static final int METHOD_LINES = 60;
    private static final int PARAMETERS = 5;
    private static final int LEVELS = 3;

    /** Aim: 80 and 250. */
    private static final int MEDIAN_FILE = 65;

    private static final int NINTH_FILE = 160;

    /** Aim: 5 and 20. */
    private static final int MEDIAN_METHOD = 6;

    private static final int NINTH_METHOD = 15;

    private static final Rule<JavaSource> FILE_FITS = new Rule<>(
            "a file holds one idea; split it where the second one begins",
            source -> Stream.of(source)
                    .filter(file -> file.lines() > FILE_LINES)
                    .map(file -> file.finding(0, "has " + file.lines() + " lines, over " + FILE_LINES)));

    private static final Rule<JavaSource> METHOD_FITS = new Rule<>(
            "a method is a sentence; name its parts and call them",
            source -> source.methods().stream()
                    .filter(method -> method.lines() > METHOD_LINES)
                    .map(method -> source.finding(
                            method.line(), method.name() + " has " + method.lines() + " lines, over " + METHOD_LINES)));

    private static final Rule<JavaSource> PARAMETERS_FIT = new Rule<>(
            "nobody remembers the order of six arguments; a record names them",
            source -> source.methods().stream()
                    .filter(method -> method.parameters() > PARAMETERS && !method.isOfRecord())
                    .map(method -> source.finding(
                            method.line(),
                            method.name() + " takes " + method.parameters() + " parameters, over " + PARAMETERS)));

    private static final Rule<JavaSource> NESTING_FITS = new Rule<>(
            "whoever reads the innermost line has to remember every condition around it; return early or name the loop",
            source -> Nesting.findings(source, LEVELS).stream());

    @Test
    void noFileIsOver500Lines() {
        FILE_FITS.holdsFor(Repository.java());
    }

    @Test
    void seesAFileOf501Lines() {
        assertThat(FILE_FITS.findings(planted("\n".repeat(500) + "final class A {}\n")))
                .hasSize(1);
        assertThat(FILE_FITS.findings(planted("\n".repeat(499) + "final class A {}\n")))
                .isEmpty();
    }

    @Test
    void noMethodIsOver60Lines() {
        METHOD_FITS.holdsFor(Repository.java());
    }

    @Test
    void seesAMethodOf61LinesWithoutItsAnnotations() {
        String method = "final class A {\n@Deprecated\nvoid go() {%s}\n}\n";

        assertThat(METHOD_FITS.findings(planted(method.replace("%s", "\n".repeat(60)))))
                .containsExactly(new Finding("cli/src/main/java/A.java", 3, "go has 61 lines, over 60"));
        assertThat(METHOD_FITS.findings(planted(method.replace("%s", "\n".repeat(59)))))
                .isEmpty();
    }

    @Test
    void noMethodTakesMoreThan5Parameters() {
        PARAMETERS_FIT.holdsFor(Repository.java());
    }

    @Test
    void seesASixthParameterButInARecord() {
        String six = "(int a, int b, int c, int d, int e, int f)";

        assertThat(PARAMETERS_FIT.findings(planted("final class A { void go" + six + " {} A" + six + " {} }")))
                .hasSize(2);
        assertThat(PARAMETERS_FIT.findings(planted("record A" + six + " { A { a = 1; } }")))
                .isEmpty();
    }

    @Test
    void noStatementIsNestedMoreThan3Deep() {
        NESTING_FITS.holdsFor(Repository.main());
    }

    @Test
    void seesAFourthLevel() {
        String nested = "final class A { void go(boolean is) { if (is) { while (is) { if (is) { %s } } } } }";

        assertThat(NESTING_FITS.findings(planted(nested.replace("%s", "for (;;) {}"))))
                .hasSize(1);
        assertThat(NESTING_FITS.findings(planted(nested.replace("%s", "go(is);"))))
                .isEmpty();
        assertThat(NESTING_FITS.findings(planted("final class A { void go(boolean is) {"
                        + "if (is) {} else if (is) {} else if (is) {} else if (is) {} else if (is) {} } }")))
                .isEmpty();
    }

    @Test
    void theMiddleFileAndNineOfTenStaySmall() {
        List<Integer> lines = Repository.main().stream()
                .filter(source -> !source.isPackageInfo())
                .map(JavaSource::lines)
                .toList();

        assertThat(Shares.quantile(lines, 50)).as("median of the files' lines").isLessThanOrEqualTo(MEDIAN_FILE);
        assertThat(Shares.quantile(lines, 90)).as("p90 of the files' lines").isLessThanOrEqualTo(NINTH_FILE);
    }

    @Test
    void theMiddleMethodAndNineOfTenStaySmall() {
        List<Integer> lines = Repository.main().stream()
                .flatMap(source -> source.methods().stream())
                .map(JavaSource.Method::lines)
                .toList();

        assertThat(Shares.quantile(lines, 50))
                .as("median of the methods' lines")
                .isLessThanOrEqualTo(MEDIAN_METHOD);
        assertThat(Shares.quantile(lines, 90)).as("p90 of the methods' lines").isLessThanOrEqualTo(NINTH_METHOD);
    }

    @Test
    void aQuantileIsTheSmallestThatSoManyDoNotPass() {
        List<Integer> sizes = Stream.iterate(1, size -> size + 1).limit(10).toList();

        assertThat(Shares.quantile(sizes, 50)).isEqualTo(5);
        assertThat(Shares.quantile(sizes, 90)).isEqualTo(9);
        assertThat(Shares.quantile(sizes, 100)).isEqualTo(10);
        assertThat(Shares.quantile(List.of(7), 50)).isEqualTo(7);
    }

    private static JavaSource planted(String text) {
        return JavaParser.planted("cli/src/main/java/A.java", text);
    }
}
