package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody calls what is banned, and each ban was seen to catch it. */
final class BannedCallsTest {

    private static final String ENTRY_POINT = "Sekisho.java";

    /** The server's edge: it reads the clock and draws secrets for all others. */
    private static final String EDGE = "PlatformConfiguration.java";

    /** The edges of what is no decision: what measures must look at a clock, and does so there. */
    private static final Set<String> CLOCKS = Set.of(EDGE, "MachineClock.java");

    /** They write plain numbers; but on a machine set to Arabic even digits are others. */
    private static final Set<String> WITHOUT_LOCALE = Set.of("Segment.java", "CanonicalJson.java", "EchoedText.java");

    @Test
    void nobodyReadsTheClockButTheEdges() {
        BannedCalls.CLOCK.holdsButFor(
                CLOCKS,
                Repository.main().stream()
                        .filter(source -> !source.packageName().equals("io.sekisho.cli.console"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.currentTimeMillis()",
                "System.nanoTime()",
                "Instant.now()",
                "java.time.LocalDate.now(zone)",
                "use(ZonedDateTime::now)",
                "Clock.systemUTC()",
                "new Date()",
                "new java.util.Date()",
                "use(Date::new)"
            })
    void seesAReadingOfTheClock(String call) {
        assertSeen(BannedCalls.CLOCK, call);
    }

    @Test
    void nothingIsDrawnWithoutASeed() {
        BannedCalls.CHANCE.holdsFor(Repository.java());
        BannedCalls.SECRET_CHANCE.holdsButFor(Set.of(EDGE), Repository.core());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Random()",
                "use(Random::new)",
                "Math.random()",
                "UUID.randomUUID()",
                "Collections.shuffle(list)",
                "ThreadLocalRandom.current()",
                "RandomGenerator.getDefault()",
                "new SplittableRandom()"
            })
    void seesADrawWithoutASeed(String call) {
        assertSeen(BannedCalls.CHANCE, call);
    }

    @Test
    void seesAKeyDrawnOutsideTheCommandLine() {
        assertSeen(BannedCalls.SECRET_CHANCE, "new SecureRandom()");
    }

    @Test
    void nobodySleeps() {
        BannedCalls.SLEEP.holdsFor(Repository.java());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thread.sleep(5)", "TimeUnit.SECONDS.sleep(1)", "LockSupport.parkNanos(5)"})
    void seesASleep(String call) {
        assertSeen(BannedCalls.SLEEP, call);
    }

    @Test
    void aStackIsPrintedForDebuggingOnly() {
        BannedCalls.TRACE.holdsFor(Repository.main());
    }

    @Test
    void seesAPrintedStack() {
        assertSeen(BannedCalls.TRACE, "failure.printStackTrace()");
        assertSeen(
                BannedCalls.TRACE,
                "if (Boolean.getBoolean(\"sekisho.debug\")) { go(); } else { failure.printStackTrace(); }");
    }

    @Test
    void whatIsWrittenDoesNotDependOnTheMachinesLocale() {
        BannedCalls.LOCALE.holdsButFor(WITHOUT_LOCALE, Repository.main());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String.format(\"%d\", 5)",
                "name.toLowerCase()",
                "use(String::toUpperCase)",
                "\"%d\".formatted(5)",
                "out.printf(\"%d\", 5)",
                "DateTimeFormatter.ofPattern(\"MMM\")"
            })
    void seesADefaultLocale(String call) {
        assertSeen(BannedCalls.LOCALE, call);
    }

    @Test
    void onlyTheEntryPointEndsTheProcess() {
        BannedCalls.EXIT.holdsButFor(Set.of(ENTRY_POINT), Repository.main());
    }

    @Test
    void seesAnExit() {
        assertSeen(BannedCalls.EXIT, "System.exit(1)");
        assertSeen(BannedCalls.EXIT, "Runtime.getRuntime().halt(1)");
    }

    @Test
    void onlyTheCommandLinePrints() {
        BannedCalls.PRINT.holdsFor(Repository.core());
    }

    @Test
    void onlyTheServerLogs() {
        BannedCalls.LOG.holdsFor(Repository.core().stream()
                .filter(source -> !source.module().equals("server"))
                .toList());
    }

    @Test
    void seesALog() {
        assertThat(BannedCalls.LOG.findings(source("import org.slf4j.Logger;\nfinal class A {}\n")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(5)",
                "use(System.err::println)",
                "System.getLogger(\"a\")",
                "java.util.logging.Logger.getLogger(\"a\")"
            })
    void seesAPrint(String call) {
        assertThat(BannedCalls.PRINT.findings(planted(call))).isNotEmpty();
    }

    @Test
    void seesWhatIsImported() {
        String after = "\nfinal class A {}\n";

        assertThat(BannedCalls.CLOCK.findings(source("import static java.time.Instant.now;" + after)))
                .hasSize(1);
        assertThat(BannedCalls.PRINT.findings(source("import java.util.logging.Logger;" + after)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use(event.time(), new Date(5), new Random(seed))",
                "Collections.shuffle(list, random)",
                "String.format(Locale.ROOT, \"%d\", 5)",
                "name.toLowerCase(Locale.ROOT)",
                "Character.toLowerCase(c)",
                "DateTimeFormatter.ofPattern(\"MMM\", Locale.ENGLISH)",
                "if (Boolean.getBoolean(\"sekisho.debug\")) { failure.printStackTrace(); }"
            })
    void letsPassWhatIsMeant(String call) {
        for (Rule<JavaSource> rule : BannedCalls.all()) {
            assertThat(rule.findings(planted(call))).isEmpty();
        }
    }

    private static void assertSeen(Rule<JavaSource> rule, String call) {
        assertThat(rule.findings(planted(call))).hasSize(1);
    }

    private static JavaSource planted(String call) {
        return source("final class A { void go() { " + call + "; } }");
    }

    private static JavaSource source(String text) {
        return JavaParser.planted("wire/src/main/java/A.java", text);
    }
}
