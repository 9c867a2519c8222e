package io.sekisho.cli.demo;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.cli.console.WallClock;
import io.sekisho.cli.serve.ServePlan;
import io.sekisho.server.platform.Settings;
import io.sekisho.server.platform.UnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: everything at once, on this machine alone. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts a server with a stocked shop on this machine, and plays an evening in it: honest customers,"
                        + " and the attack of September 2023 among them. Prints what to open.")
public final class DemoCommand implements Callable<Integer> {

    private static final int MOST_ACCOUNTS = 50_000;
    private static final double MOST_SPEED = 3_600;

    private final IntConsumer ending;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Main port, for you (8080).")
    private int port;

    @Option(
            names = "--gate-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The gate, which the shop asks; 0 for any that is free (0).")
    private int gatePort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where all of it is kept; a new folder. Without it nothing is left behind.")
    private @Nullable Path data;

    @Option(
            names = "--exit-after",
            paramLabel = "S",
            description = "Ends by itself so many seconds after it was ready.")
    private @Nullable Long exitAfter;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "60",
            description = "Seconds of the shop in a second of yours (60).")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "Another seed, another shop (7).")
    private long seed;

    @Option(
            names = "--accounts",
            paramLabel = "A",
            defaultValue = "2000",
            description = "How many customers the shop has (2000).")
    private int accounts;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "en or ja; without it the system's if it is one of these.")
    private @Nullable String language;

    /** @param ending ends the process with that code while it is being shut down, when an exit is too late */
    public DemoCommand(IntConsumer ending) {
        this.ending = ending;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new UnusableException(String.join("\n", problems));
        }
        try (DemoFolder folder = data == null ? DemoFolder.temporary() : DemoFolder.at(data)) {
            Demo.Wish wish = new Demo.Wish(
                    settings(folder.server()),
                    new ShopDay.Plan(seed, accounts),
                    speed,
                    exitAfter == null ? Long.MAX_VALUE : exitAfter);
            return new Demo(wish, folder, new Told(locale(), System.out), new SecureRandom(), WallClock.source())
                    .run(ending);
        } catch (UnavailableException refused) {
            System.err.println(refused.detail());
            return Exit.UNAVAILABLE;
        }
    }

    private Settings settings(Path folder) {
        return new Settings(port, gatePort, folder, null, null, false, null, null);
    }

    private List<String> problems() {
        List<String> problems =
                new ArrayList<>(ServePlan.problems(settings(data == null ? Path.of("") : data), Map.of()));
        if (exitAfter != null && exitAfter < 0) {
            problems.add("--exit-after is " + exitAfter + "; it must be 0 or more seconds.");
        }
        if (!(speed >= 1 && speed <= MOST_SPEED)) {
            problems.add("--speed is " + speed + "; it must be from 1 to " + (long) MOST_SPEED + ".");
        }
        if (accounts < 1 || accounts > MOST_ACCOUNTS) {
            problems.add("--accounts is " + accounts + "; it must be from 1 to " + MOST_ACCOUNTS + ".");
        }
        if (language != null && !List.of("en", "ja").contains(language)) {
            problems.add("--lang is " + language + "; known are en and ja.");
        }
        return problems;
    }

    private Locale locale() {
        String known = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
        return Locale.of(language == null ? (known.equals("ja") ? "ja" : "en") : language);
    }
}
