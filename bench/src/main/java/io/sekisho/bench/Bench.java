package io.sekisho.bench;

import io.sekisho.bench.journal.JournalBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code bench}: measurements, each beside its baseline. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "MEASUREMENT",
        description = "Measures this machine's Sekisho beside the floor under it.",
        commandListHeading = "%nMeasurements:%n")
public final class Bench implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Bench() {}

    /** The command with its subcommands, to be run alone or added to another. */
    public static CommandLine command() {
        MachineClock clock = MachineClock.ofThisMachine();
        return new CommandLine(new Bench())
                .addSubcommand(new HttpBench(clock))
                .addSubcommand(new JournalBench(clock.nanos()))
                .setUsageHelpAutoWidth(true);
    }

    /** Runs what the arguments after {@code bench} name, and answers with the exit code. */
    public static int run(String[] arguments) {
        return command().execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which measurement? See below.");
    }
}
