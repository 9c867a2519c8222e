package io.sekisho.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is to be simulated. Equal plans give equal bytes.
 *
 * @param seed drives everything that is drawn
 * @param days days from day 1 on, 2023-09-01 in Japan; the accounts' past comes before
 * @param accounts how many customers there are, those included who register meanwhile
 * @param scenarios ids of attack scenarios; empty means S01, or none where traps are named; {@link #NO_ATTACK} alone
 *     means none
 * @param variants words of variants; empty means a mix of all that differ in the stream (all but e)
 * @param traps ids of traps; empty means none
 */
public record SimulationPlan(
        long seed, int days, int accounts, List<String> scenarios, List<String> variants, List<String> traps) {
    /** Stands in the place of the scenarios where nobody is to be attacked. */
    public static final String NO_ATTACK = "none";

    /** Ten years; the calendar knows no further. */
    public static final int MOST_DAYS = 3650;

    public static final int MOST_ACCOUNTS = 1_000_000;

    /**
     * Checks all arguments at once.
     *
     * @throws IllegalArgumentException naming every problem, a line each, and what is known instead
     */
    public SimulationPlan {
        scenarios = normal(scenarios, Locale.ROOT, true);
        variants = normal(variants, Locale.ROOT, false);
        traps = normal(traps, Locale.ROOT, true);
        List<String> problems = problems(days, accounts, scenarios, variants, traps);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** The default: honest traffic, and S01 in a mix of variants. */
    public static SimulationPlan of(long seed, int days, int accounts) {
        return new SimulationPlan(seed, days, accounts, List.of(), List.of(), List.of());
    }

    public SimulationPlan withScenario(String scenario, String... chosenVariants) {
        return new SimulationPlan(seed, days, accounts, List.of(scenario), List.of(chosenVariants), traps);
    }

    public SimulationPlan withoutAttacks() {
        return new SimulationPlan(seed, days, accounts, List.of(NO_ATTACK), List.of(), traps);
    }

    public SimulationPlan withTraps(String... chosen) {
        return new SimulationPlan(seed, days, accounts, scenarios, variants, List.of(chosen));
    }

    private static List<String> normal(List<String> words, Locale locale, boolean upper) {
        return words.stream()
                .map(String::strip)
                .map(word -> upper && !word.equalsIgnoreCase(NO_ATTACK)
                        ? word.toUpperCase(locale)
                        : word.toLowerCase(locale))
                .distinct()
                .toList();
    }

    private static List<String> problems(
            int days, int accounts, List<String> scenarios, List<String> variants, List<String> traps) {
        List<String> problems = new ArrayList<>();
        between(problems, "days", days, MOST_DAYS);
        between(problems, "accounts", accounts, MOST_ACCOUNTS);
        List<String> knownScenarios = new ArrayList<>(
                Catalogue.scenarios().stream().map(Catalogue.Entry::id).toList());
        List<String> knownTraps =
                Catalogue.traps().stream().map(Catalogue.Entry::id).toList();
        if (!scenarios.equals(List.of(NO_ATTACK))) {
            unknown(problems, "scenario", scenarios, knownScenarios);
        }
        List<String> knownVariants = Catalogue.scenarios().stream()
                .flatMap(scenario -> scenario.variants().stream())
                .distinct()
                .toList();
        unknown(problems, "variant", variants, knownVariants);
        unknown(problems, "trap", traps, knownTraps);
        return problems;
    }

    private static void between(List<String> problems, String name, int number, int most) {
        if (number < 1 || number > most) {
            problems.add(name + " is " + number + "; it must be from 1 to " + most);
        }
    }

    private static void unknown(List<String> problems, String name, List<String> words, List<String> known) {
        for (String word : words) {
            if (!known.contains(word)) {
                problems.add("no " + name + " \"" + word + "\"; known are " + String.join(", ", known));
            }
        }
    }
}
