package io.sekisho.cli;

import io.sekisho.cli.console.Exit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Commands of the contract that this version does not have: they are listed, and say so. */
@Command(mixinStandardHelpOptions = true)
final class NotYet implements Callable<Integer> {

    private static final Map<String, String> COMMANDS = commands();

    private final String name;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> ignored = List.of();

    private NotYet(String name) {
        this.name = name;
    }

    static void addTo(CommandLine line) {
        COMMANDS.forEach((name, description) -> {
            CommandSpec spec = CommandSpec.forAnnotatedObject(new NotYet(name));
            spec.usageMessage().description("(not yet) " + description);
            spec.parser().unmatchedArgumentsAllowed(true);
            line.addSubcommand(name, spec);
        });
    }

    @Override
    public Integer call() {
        System.err.println("'" + name + "' is not yet in this version: " + COMMANDS.get(name));
        return Exit.UNUSABLE;
    }

    private static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("backtest", "Runs a policy over history, beside another.");
        commands.put("prove", "Runs the whole matrix of seeds, scenarios, variants and traps.");
        commands.put("train", "Trains a model on labelled events.");
        commands.put("evaluate", "Judges a model on labelled events.");
        commands.put("docs", "Writes the generated reference.");
        return commands;
    }
}
