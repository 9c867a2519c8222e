package io.sekisho.cli.simulate;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.Files;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.simulator.Catalogue;
import io.sekisho.simulator.Simulation;
import io.sekisho.simulator.SimulationPlan;
import io.sekisho.simulator.SimulationStats;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: writes a labelled stream of events. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Writes a labelled stream of a shop's events, the same bytes for the same arguments.")
public final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--seed", paramLabel = "N", description = "Drives everything that is drawn.")
    private @Nullable Long seed;

    @Option(names = "--days", paramLabel = "D", description = "Days from day 1 on; the accounts' past comes before.")
    private @Nullable Integer days;

    @Option(names = "--accounts", paramLabel = "A", description = "How many customers the shop has.")
    private @Nullable Integer accounts;

    @Option(names = "--scenario", split = ",", paramLabel = "ID", description = "Attacks to play; 'none' for none.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--variant",
            split = ",",
            paramLabel = "a..e",
            description = "Variants of the attacks; without it a mix.")
    private List<String> variants = List.of();

    @Option(names = "--trap", split = ",", paramLabel = "ID", description = "Honest customers who look suspicious.")
    private List<String> traps = List.of();

    @Option(
            names = "--events",
            paramLabel = "OUT",
            description = "Where the events go; - for standard output, .gz is written.")
    private @Nullable String events;

    @Option(names = "--labels", paramLabel = "OUT", description = "Where the labels go.")
    private @Nullable String labels;

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "(not yet) Let attackers and customers react to decisions.")
    private @Nullable String policy;

    @Option(names = "--stats", description = "Print the stream's figures beside what they should be.")
    private boolean wantsStats;

    @Option(names = "--list", description = "Print the scenarios, variants and traps that there are.")
    private boolean wantsList;

    @Override
    public Integer call() throws IOException {
        if (wantsList) {
            list(System.out);
            return Exit.OK;
        }
        SimulationStats stats = write(plan());
        if (wantsStats) {
            boolean isOutputTaken = "-".equals(events) || "-".equals(labels);
            (isOutputTaken ? System.err : System.out).print(stats.table());
        }
        return Exit.OK;
    }

    private SimulationStats write(SimulationPlan plan) throws IOException {
        if (events == null) {
            throw new UnusableException("Where shall the events go? --events FILE, or --events - for standard output.");
        }
        try (OutputStream eventsOut = Files.output(events);
                OutputStream labelsOut = labels == null ? OutputStream.nullOutputStream() : Files.output(labels)) {
            return new Simulation(plan).run(eventsOut, labelsOut);
        }
    }

    private SimulationPlan plan() {
        if (policy != null) {
            throw new UnusableException("--policy is not yet in this version: the file is the world without defence.");
        }
        if (seed == null || days == null || accounts == null) {
            throw new UnusableException("--seed, --days and --accounts are needed, as in"
                    + " ./sekisho simulate --seed 7 --days 30 --accounts 2000 --events e.ndjson --labels l.ndjson");
        }
        try {
            return new SimulationPlan(seed, days, accounts, scenarios, variants, traps);
        } catch (IllegalArgumentException unknown) {
            throw new UnusableException(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private static void list(PrintStream out) {
        out.println("Scenarios (--scenario):");
        Catalogue.scenarios().forEach(entry -> print(entry, out));
        out.println("Traps (--trap):");
        Catalogue.traps().forEach(entry -> print(entry, out));
    }

    private static void print(Catalogue.Entry entry, PrintStream out) {
        String variants = entry.variants().isEmpty() ? "" : " [" + String.join(", ", entry.variants()) + "]";
        out.printf(Locale.ROOT, "  %s  %s%s%n", entry.id(), entry.summary(), variants);
    }
}
