package io.sekisho.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a stream by hand: seed, days, accounts, scenarios, variants, traps, events file, labels file; - is none. */
final class TryOut {
    private TryOut() {}

    public static void main(String[] arguments) throws IOException {
        var plan = new SimulationPlan(
                Long.parseLong(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                words(arguments[3]),
                words(arguments[4]),
                words(arguments[5]));
        try (var events = Files.newOutputStream(Path.of(arguments[6]));
                var labels = Files.newOutputStream(Path.of(arguments[7]))) {
            System.out.print(new Simulation(plan).run(events, labels).table());
        }
    }

    private static List<String> words(String argument) {
        return argument.equals("-") ? List.of() : List.of(argument.split(",", -1));
    }
}
