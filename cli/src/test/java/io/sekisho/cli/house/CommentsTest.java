package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left to do has an issue, and what a warning is silenced for has a reason. */
final class CommentsTest {

    /** In the sources that ship; the number may only fall. */
    private static final int SUPPRESSIONS = 4;

    /** Tests that silence a warning without saying why. */
    private static final Set<String> SILENT_TESTS = Set.of("NaiveFeatures.java");

    /** The code of no currency is XXX, so that this counts only where it opens a comment. */
    private static final Pattern TO_DO =
            Pattern.compile("\\b(TODO|FIXME)\\b(?!\\(#\\d+\\))|^\\s*XXX\\b(?!\\(#\\d+\\))");

    private static final Rule<JavaSource> TASKS = new Rule<>(
            "what is to be done stands in an issue, where somebody decides on it; write TODO(#123)",
            source -> Comment.in(source)
                    .filter(comment -> TO_DO.matcher(comment.text()).find())
                    .map(comment -> source.finding(comment.line(), "a task without an issue: " + comment.text())));

    private static final Rule<JavaSource> REASONS = new Rule<>(
            "whoever comes next must be able to tell a harmless warning from one that was only in the way",
            source -> suppressions(source).stream()
                    .filter(line -> !isReasonGiven(source, line))
                    .map(line -> source.finding(line, "a suppression without a reason in a comment")));

    @Test
    void everyTaskHasItsIssue() {
        TASKS.holdsFor(Repository.java());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TODO later",
                "/* It works. FIXME: not here */",
                "/**\n * TODO(me) later\n */",
                "// XXX odd",
                "String s = \"//\"; // TODO later"
            })
    void seesATaskWithoutAnIssue(String comment) {
        assertThat(TASKS.findings(planted(comment))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TODO(#123) later",
                "/** ISO gives XXX no minor unit. */",
                "String s = \"// TODO\";",
                "char c = '\"'; // fine",
                "String s = \"\"\"\n// TODO \\\"\"\" \"\"\";",
                "int todo = 1;"
            })
    void letsPassWhatIsNoTask(String comment) {
        assertThat(TASKS.findings(planted(comment))).isEmpty();
    }

    @Test
    void everySuppressionGivesItsReason() {
        REASONS.holdsButFor(SILENT_TESTS, Repository.java());
    }

    @Test
    void seesASuppressionWithoutAReason() {
        assertThat(REASONS.findings(planted("@SuppressWarnings(\"unchecked\")\nvoid go() {}")))
                .hasSize(1);
        assertThat(REASONS.findings(planted("int a;\n\n@SuppressWarnings(\"unchecked\")\nvoid go() {}")))
                .hasSize(1);
        assertThat(REASONS.findings(planted("@SuppressWarnings(\"unchecked\") // Only maps come.\nvoid go() {}")))
                .isEmpty();
        assertThat(REASONS.findings(planted("/** Only maps come. */\n@SuppressWarnings(\"unchecked\")\nvoid go() {}")))
                .isEmpty();
    }

    @Test
    void thereAreNoMoreSuppressionsThanThereWere() {
        List<Finding> all = Repository.main().stream()
                .flatMap(source -> suppressions(source).stream().map(line -> source.finding(line, "suppression")))
                .toList();

        assertThat(all).hasSizeLessThanOrEqualTo(SUPPRESSIONS);
    }

    @Test
    void countsEverySuppression() {
        String method = "@SuppressWarnings(\"a\") void go() { @java.lang.SuppressWarnings(\"b\") int b = 1; }";

        assertThat(suppressions(planted(method))).hasSize(2);
    }

    /** The lines on which they stand. */
    private static List<Integer> suppressions(JavaSource source) {
        List<Integer> lines = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
                if (annotation.getAnnotationType().toString().endsWith("SuppressWarnings")) {
                    lines.add(source.lineOf(annotation));
                }
                return super.visitAnnotation(annotation, null);
            }
        }.scan(source.unit(), null);
        return lines;
    }

    private static boolean isReasonGiven(JavaSource source, int line) {
        List<String> lines = Arrays.asList(source.text().split("\n"));
        String above = line > 1 ? lines.get(line - 2).strip() : "";
        return lines.get(line - 1).contains("//") || above.startsWith("//") || above.endsWith("*/");
    }

    private static JavaSource planted(String member) {
        return JavaParser.planted("wire/src/main/java/A.java", "final class A {\n" + member + "\n}\n");
    }
}
