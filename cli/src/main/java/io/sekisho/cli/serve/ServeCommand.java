package io.sekisho.cli.serve;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.Terminal;
import io.sekisho.server.LogFormat;
import io.sekisho.server.Server;
import io.sekisho.server.platform.MailSettings;
import io.sekisho.server.platform.Settings;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.server.platform.UnusableInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the server, until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serves decisions over HTTP, durably, until it is interrupted. One line on standard output tells when"
                        + " it answers, and where; the log goes to standard error.",
        footer = {
            "",
            "Environment: SEKISHO_DB_USER and SEKISHO_DB_PASSWORD for --db-url; SEKISHO_MAIL_PASSWORD for --mail;",
            "SEKISHO_LOG=json|plain (without it plain on a terminal, JSON elsewhere); SEKISHO_JAVA_OPTS for the JVM."
        })
public final class ServeCommand implements Callable<Integer> {

    private final IntConsumer ending;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "Main port, for people and machines; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--gate-port",
            defaultValue = "8081",
            paramLabel = "PORT",
            description = "The gate, for machines alone; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int gatePort;

    @Option(
            names = "--data",
            defaultValue = "./sekisho-data",
            paramLabel = "DIR",
            description = "Journal, keys, embedded database (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "PostgreSQL to use, jdbc:postgresql:...; without it an embedded one under the data folder.")
    private @Nullable String dbUrl;

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "Policy directory: becomes live if none is, else a draft; without it the starter policy.")
    private @Nullable Path policy;

    @Option(names = "--policy-force", description = "The policy becomes live in any case.")
    private boolean policyForce;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "Events that are counted before the first live one, without decisions, actions or notices.")
    private @Nullable Path history;

    @Option(
            names = "--envelope-key",
            paramLabel = "URL",
            description = "Where the key that wraps all others is read; without it a file in the data folder.")
    private @Nullable String envelopeKey;

    @Option(
            names = "--mail",
            paramLabel = "URL",
            description = "Mail server for notices to customers: smtp://[USER@]HOST[:PORT][?starttls=required] or"
                    + " smtps://...; without it notices wait, and the health says so.")
    private @Nullable String mail;

    @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "Address that notices come from.")
    private @Nullable String mailFrom;

    @Option(names = "--shop-name", paramLabel = "NAME", description = "The shop as customers know it, for notices.")
    private @Nullable String shopName;

    @Option(
            names = "--shop-contact",
            paramLabel = "LINE",
            description = "How customers reach the shop, for notices: a line without links.")
    private @Nullable String shopContact;

    /** @param ending ends the process with that code while it is being shut down, when an exit is too late */
    public ServeCommand(IntConsumer ending) {
        this.ending = ending;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = new Settings(port, gatePort, data, dbUrl, policy, policyForce, history, envelopeKey)
                .withMail(new MailSettings(mail, mailFrom, shopName, shopContact));
        List<String> problems = ServePlan.problems(settings, System.getenv());
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            return Exit.UNUSABLE;
        }
        try {
            serve(Server.start(settings, logs(System.getenv()), System.err::println));
            return Exit.OK;
        } catch (UnavailableException refused) {
            System.err.println(refused.detail());
            return Exit.UNAVAILABLE;
        } catch (UnusableInputException unusable) {
            System.err.println(unusable.getMessage());
            return Exit.UNUSABLE;
        }
    }

    /** Until a signal: the code of an orderly end is 0, and not that of the signal. */
    private void serve(Server server) throws InterruptedException {
        CountDownLatch forever = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            server.close();
            ending.accept(Exit.OK);
        }));
        String main = "ready http://localhost:" + server.port();
        System.out.println(
                server.gatePort().isEmpty()
                        ? main
                        : main + " gate http://localhost:" + server.gatePort().getAsInt());
        forever.await();
    }

    private static LogFormat logs(Map<String, String> environment) {
        String asked = environment.getOrDefault("SEKISHO_LOG", Terminal.isThere() ? "plain" : "json");
        return LogFormat.valueOf(asked.toUpperCase(Locale.ROOT));
    }
}
