package io.sekisho.cli.verify;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.WallClock;
import io.sekisho.server.Verification;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.wire.journal.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Decides a server's journal again, compares, and checks the audit log. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Replays a server's journal and compares every stored decision but for latency_micros;",
            "checks the chain of the audit log; compares PostgreSQL with the journal if no server runs on the folder.",
            "Exit code 1 on any difference."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The server's data folder.")
    private Path data = Path.of("");

    @Option(
            names = "--envelope-key",
            paramLabel = "URL",
            description = "Where the server reads its envelope key from, if not from its data folder.")
    private @Nullable String envelopeKey;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "The server's PostgreSQL, if not its own; user and password as for serve.")
    private @Nullable String dbUrl;

    @Override
    public Integer call() throws IOException {
        try {
            Verification.Result result =
                    new Verification(data, envelopeKey, dbUrl, new SecureRandom()).run(WallClock.now());
            result.lines().forEach(System.out::println);
            return result.isClean() ? Exit.OK : Exit.FAILED;
        } catch (UnavailableException unusable) {
            System.err.println(unusable.detail());
            return Exit.UNAVAILABLE;
        } catch (JournalException damaged) {
            System.err.println(damaged.getMessage());
            return Exit.FAILED;
        }
    }
}
