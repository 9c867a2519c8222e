package io.sekisho.cli.policy;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.ProblemPrinter;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.engine.problem.Problem;
import io.sekisho.wire.policy.PolicyDirectory;
import io.sekisho.wire.policy.RuleTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy check} and {@code policy diff}. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Checks a policy, and tells two apart.",
        synopsisSubcommandLabel = "COMMAND")
public final class PolicyCommand {

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Compiles everything, runs each rule's tests, and prints every problem with file, line and caret.")
    int check(@Parameters(paramLabel = "DIR", description = "Policy directory.") Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new UnusableException("There is no folder " + directory + ".");
        }
        PolicyDirectory read = PolicyDirectory.read(directory);
        ProblemPrinter printer = new ProblemPrinter(directory);
        printer.print(read.problems(), System.out);
        if (read.policy().isEmpty()) {
            System.out.printf(Locale.ROOT, "%d problems; the policy cannot be used.%n", errors(read.problems()));
            return Exit.FAILED;
        }
        RuleTests.Result result = RuleTests.run(directory, read.policy().get());
        printer.print(result.failures(), System.out);
        System.out.printf(
                Locale.ROOT,
                "%s: %d features, %d rules, %d warnings%n",
                read.policy().get().definition().version(),
                read.policy().get().plan().size(),
                read.policy().get().rules().size(),
                read.problems().size());
        System.out.printf(
                Locale.ROOT,
                "%d passed, %d failed%n",
                result.passed(),
                result.failures().size());
        return result.failures().isEmpty() ? Exit.OK : Exit.FAILED;
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Says in words what differs between two policies.")
    int diff(
            @Parameters(paramLabel = "A", description = "The one policy directory.") Path former,
            @Parameters(paramLabel = "B", description = "The other.") Path latter) {
        List<String> differences = PolicyDiff.between(Policies.definition(former), Policies.definition(latter));
        differences.forEach(System.out::println);
        if (differences.isEmpty()) {
            System.out.println("No difference.");
        }
        return Exit.OK;
    }

    private static long errors(List<Problem> problems) {
        return problems.stream().filter(Problem::isError).count();
    }
}
