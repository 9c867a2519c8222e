package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that the house does without, each with what to write instead. */
final class BannedCallsTest {

    private static final String ENTRY_POINT = "Sekisho.java";

    /** They write hexadecimal and plain digits; in an Arabic or Hindi locale even these are others. */
    private static final Set<String> WITHOUT_LOCALE = Set.of("Segment.java", "CanonicalJson.java", "EchoedText.java");

    private static final Rule<JavaSource> CLOCK = banned(
            "time comes with the event, so that a replay gives the same decisions",
            "take the time as an argument; how long a command runs is measured by console.Progress",
            "System[.](currentTimeMillis|nanoTime)|(Clock|InstantSource)[.](system|tick).*|ZoneId[.]systemDefault"
                    + "|((Zoned|Offset|Local)?(Date|Time|DateTime)|Instant|Year|YearMonth|MonthDay)[.]now"
                    + "|Calendar[.]getInstance|new (Date|GregorianCalendar)",
            use -> !use.name().equals("new Date") || !use.isCallOf(1));

    private static final Rule<JavaSource> CHANCE = banned(
            "what was drawn without a seed cannot be drawn again",
            "draw from new Random(seed), and print the seed where it fails",
            "new (Random|SplittableRandom)|Collections[.]shuffle|Math[.]random|ThreadLocalRandom[.]current"
                    + "|UUID[.]randomUUID|RandomGenerator[.](getDefault|of)",
            use -> use.name().startsWith("new ")
                    ? !use.isCallOf(1)
                    : !(use.name().equals("Collections.shuffle") && use.isCallOf(2)));

    private static final Rule<JavaSource> SECRET_CHANCE = banned(
            "a key is drawn once, at the edge, and stored",
            "let the command line draw it and hand it in",
            "new SecureRandom|SecureRandom[.]getInstance.*",
            use -> true);

    private static final Rule<JavaSource> SLEEP = banned(
            "a sleep is too long on a fast machine and too short on a busy one",
            "wait for what is to happen: a latch, a future, the end of a process",
            "(Thread|NANOSECONDS|MICROSECONDS|MILLISECONDS|SECONDS|MINUTES)[.]sleep|LockSupport[.]park(Nanos|Until)",
            use -> true);

    private static final Rule<JavaSource> TRACE = banned(
            "a user can do nothing with a stack",
            "tell what went wrong and what to do; the stack is for -Dsekisho.debug=true",
            ".*[.]printStackTrace",
            use -> !use.isForDebugging());

    private static final Rule<JavaSource> LOCALE = banned(
            "a Turkish machine makes another i of an I, and a German one another point",
            "name the locale, mostly Locale.ROOT; instead of formatted use String.format(Locale.ROOT, ...)",
            "(?!Character[.]).*[.](toLowerCase|toUpperCase)|String[.]format|.*[.](formatted|printf)"
                    + "|DateTimeFormatter[.]ofPattern|new (Formatter|Scanner|DecimalFormat)",
            use -> !(use.isWithLocale() || (use.name().endsWith(".ofPattern") && use.isCallOf(2))));

    private static final Rule<JavaSource> EXIT = banned(
            "only the entry point ends the process, so that commands can be called and closed",
            "return the exit code, or throw UnusableException",
            "System[.]exit|Runtime[.]exit|.*[.]halt",
            use -> true);

    private static final Rule<JavaSource> PRINT = banned(
            "only the command line speaks to people; a library that prints cannot be quiet",
            "return what is to be told, or take an Appendable",
            "System[.](out|err|in|console|getLogger|Logger)|java[.]util[.]logging[.].*|org[.]slf4j[.].*|logging[.]Logger",
            use -> true);

    @Test
    void nobodyReadsTheClockButTheConsole() {
        CLOCK.holdsFor(Repository.main().stream()
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
        assertSeen(CLOCK, call);
    }

    @Test
    void nothingIsDrawnWithoutASeed() {
        CHANCE.holdsFor(Repository.java());
        SECRET_CHANCE.holdsFor(Repository.core());
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
        assertSeen(CHANCE, call);
    }

    @Test
    void seesAKeyDrawnOutsideTheCommandLine() {
        assertSeen(SECRET_CHANCE, "new SecureRandom()");
    }

    @Test
    void nobodySleeps() {
        SLEEP.holdsFor(Repository.java());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thread.sleep(5)", "TimeUnit.SECONDS.sleep(1)", "LockSupport.parkNanos(5)"})
    void seesASleep(String call) {
        assertSeen(SLEEP, call);
    }

    @Test
    void aStackIsPrintedForDebuggingOnly() {
        TRACE.holdsFor(Repository.main());
    }

    @Test
    void seesAPrintedStack() {
        assertSeen(TRACE, "failure.printStackTrace()");
        assertSeen(TRACE, "if (Boolean.getBoolean(\"sekisho.debug\")) { go(); } else { failure.printStackTrace(); }");
    }

    @Test
    void whatIsWrittenDoesNotDependOnTheMachinesLocale() {
        LOCALE.holdsButFor(WITHOUT_LOCALE, Repository.main());
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
        assertSeen(LOCALE, call);
    }

    @Test
    void onlyTheEntryPointEndsTheProcess() {
        EXIT.holdsButFor(Set.of(ENTRY_POINT), Repository.main());
    }

    @Test
    void seesAnExit() {
        assertSeen(EXIT, "System.exit(1)");
        assertSeen(EXIT, "Runtime.getRuntime().halt(1)");
    }

    @Test
    void onlyTheCommandLinePrints() {
        PRINT.holdsFor(Repository.core());
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
        assertThat(PRINT.findings(planted(call))).isNotEmpty();
    }

    @Test
    void seesWhatIsImported() {
        String after = "\nfinal class A {}\n";

        assertThat(CLOCK.findings(source("import static java.time.Instant.now;" + after)))
                .hasSize(1);
        assertThat(PRINT.findings(source("import java.util.logging.Logger;" + after)))
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
        for (Rule<JavaSource> rule : List.of(CLOCK, CHANCE, SECRET_CHANCE, SLEEP, TRACE, LOCALE, EXIT, PRINT)) {
            assertThat(rule.findings(planted(call))).isEmpty();
        }
    }

    private static Rule<JavaSource> banned(String because, String instead, String names, Predicate<Use> isBanned) {
        Pattern pattern = Pattern.compile(names);
        return new Rule<>(
                because,
                source -> Use.in(source).stream()
                        .filter(use -> pattern.matcher(use.name()).matches() && isBanned.test(use))
                        .map(use -> source.finding(use.line(), use.name() + " is banned: " + instead)));
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
