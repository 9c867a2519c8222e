package io.sekisho.cli;

import io.sekisho.bench.Bench;
import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.cli.demo.DemoCommand;
import io.sekisho.cli.imports.ImportCommand;
import io.sekisho.cli.key.KeyCommand;
import io.sekisho.cli.policy.PolicyCommand;
import io.sekisho.cli.replay.ReplayCommand;
import io.sekisho.cli.score.ScoreCommand;
import io.sekisho.cli.serve.ServeCommand;
import io.sekisho.cli.simulate.SimulateCommand;
import io.sekisho.cli.story.StoryCommand;
import io.sekisho.cli.verify.VerifyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Entry point of {@code ./sekisho}. */
@Command(
        name = "sekisho",
        mixinStandardHelpOptions = true,
        version = "Sekisho 0.1.0-SNAPSHOT",
        description = "Defends an online shop against account takeover and the gift-card fraud that follows it.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n",
        footer = {
            "Start with: ./sekisho demo",
            "Exit codes: 0 ok; 1 the work failed, or a check did not hold;",
            "            2 unusable arguments or input; 3 something needed is missing."
        },
        subcommands = {
            StoryCommand.class,
            ReplayCommand.class,
            SimulateCommand.class,
            ScoreCommand.class,
            PolicyCommand.class,
            ImportCommand.class,
            KeyCommand.class,
            VerifyCommand.class,
            TestCommand.class
        })
public final class Sekisho implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Sekisho() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and answers with its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new Sekisho());
        line.addSubcommand(new DemoCommand(Runtime.getRuntime()::halt));
        line.addSubcommand(new ServeCommand(Runtime.getRuntime()::halt));
        line.addSubcommand(Bench.command());
        NotYet.addTo(line);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(Sekisho::explain);
        line.setExecutionExceptionHandler(Sekisho::report);
        line.setUsageHelpAutoWidth(true);
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See below.");
    }

    private static int explain(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        line.getErr().println(problem.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, line.getErr())) {
            line.usage(line.getErr());
        }
        return Exit.UNUSABLE;
    }

    private static int report(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof UnusableException unusable) {
            line.getErr().println(unusable.getMessage());
            return Exit.UNUSABLE;
        }
        line.getErr().println("This went wrong and should not have: " + failure);
        if (Boolean.getBoolean("sekisho.debug")) {
            failure.printStackTrace(line.getErr());
        } else {
            line.getErr().println("SEKISHO_JAVA_OPTS=-Dsekisho.debug=true shows where.");
        }
        return Exit.FAILED;
    }
}
