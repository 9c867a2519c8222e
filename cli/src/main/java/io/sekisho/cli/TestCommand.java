package io.sekisho.cli;

import io.sekisho.cli.console.Exit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code test}: stands in the list of commands; the launcher itself does it, because there may be nothing built yet. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Installs what the tests need, builds, and runs them all; --fast leaves out the long-running ones,"
                        + " --long runs every one.")
final class TestCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", hidden = true)
    private List<String> ignored = List.of();

    @Override
    public Integer call() {
        System.err.println("Tests are run by the launcher: ./sekisho test " + String.join(" ", ignored));
        return Exit.UNUSABLE;
    }
}
