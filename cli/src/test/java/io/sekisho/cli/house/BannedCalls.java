package io.sekisho.cli.house;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Calls that the house does without, each with what to write instead. */
final class BannedCalls {

    static final Rule<JavaSource> CLOCK = banned(
            "time comes with the event, so that a replay gives the same decisions",
            "take the time as an argument; how long a command runs is measured by console.Progress",
            "System[.](currentTimeMillis|nanoTime)|(Clock|InstantSource)[.](system|tick).*|ZoneId[.]systemDefault"
                    + "|((Zoned|Offset|Local)?(Date|Time|DateTime)|Instant|Year|YearMonth|MonthDay)[.]now"
                    + "|Calendar[.]getInstance|new (Date|GregorianCalendar)",
            use -> !use.name().equals("new Date") || !use.isCallOf(1));

    static final Rule<JavaSource> CHANCE = banned(
            "what was drawn without a seed cannot be drawn again",
            "draw from new Random(seed), and print the seed where it fails",
            "new (Random|SplittableRandom)|Collections[.]shuffle|Math[.]random|ThreadLocalRandom[.]current"
                    + "|UUID[.]randomUUID|RandomGenerator[.](getDefault|of)",
            use -> use.name().startsWith("new ")
                    ? !use.isCallOf(1)
                    : !(use.name().equals("Collections.shuffle") && use.isCallOf(2)));

    static final Rule<JavaSource> SECRET_CHANCE = banned(
            "a key is drawn once, at the edge, and stored",
            "let the command line draw it and hand it in",
            "new SecureRandom|SecureRandom[.]getInstance.*",
            use -> true);

    static final Rule<JavaSource> SLEEP = banned(
            "a sleep is too long on a fast machine and too short on a busy one",
            "wait for what is to happen: a latch, a future, the end of a process",
            "(Thread|NANOSECONDS|MICROSECONDS|MILLISECONDS|SECONDS|MINUTES)[.]sleep|LockSupport[.]park(Nanos|Until)",
            use -> true);

    static final Rule<JavaSource> TRACE = banned(
            "a user can do nothing with a stack",
            "tell what went wrong and what to do; the stack is for -Dsekisho.debug=true",
            ".*[.]printStackTrace",
            use -> !use.isForDebugging());

    static final Rule<JavaSource> LOCALE = banned(
            "a Turkish machine makes another i of an I, and a German one another point",
            "name the locale, mostly Locale.ROOT; instead of formatted use String.format(Locale.ROOT, ...)",
            "(?!Character[.]).*[.](toLowerCase|toUpperCase)|String[.]format|.*[.](formatted|printf)"
                    + "|DateTimeFormatter[.]ofPattern|new (Formatter|Scanner|DecimalFormat)",
            use -> !(use.isWithLocale() || (use.name().endsWith(".ofPattern") && use.isCallOf(2))));

    static final Rule<JavaSource> EXIT = banned(
            "only the entry point ends the process, so that commands can be called and closed",
            "return the exit code, or throw UnusableException",
            "System[.]exit|Runtime[.]exit|.*[.]halt",
            use -> true);

    static final Rule<JavaSource> PRINT = banned(
            "only the command line speaks to people; a library that prints cannot be quiet",
            "return what is to be told, or take an Appendable",
            "System[.](out|err|in|console|getLogger|Logger)|java[.]util[.]logging[.].*|logging[.]Logger",
            use -> true);

    static final Rule<JavaSource> LOG = banned(
            "engine and wire run in servers, in Flink and in a command: what happens there is told by their results",
            "return what is to be told; the server has the log",
            "org[.]slf4j[.].*",
            use -> true);

    private BannedCalls() {}

    static List<Rule<JavaSource>> all() {
        return List.of(CLOCK, CHANCE, SECRET_CHANCE, SLEEP, TRACE, LOCALE, EXIT, PRINT, LOG);
    }

    private static Rule<JavaSource> banned(String because, String instead, String names, Predicate<Use> isBanned) {
        Pattern pattern = Pattern.compile(names);
        return new Rule<>(
                because,
                source -> Use.in(source).stream()
                        .filter(use -> pattern.matcher(use.name()).matches() && isBanned.test(use))
                        .map(use -> source.finding(use.line(), use.name() + " is banned: " + instead)));
    }
}
