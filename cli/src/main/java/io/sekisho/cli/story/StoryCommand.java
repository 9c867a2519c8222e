package io.sekisho.cli.story;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.console.Files;
import io.sekisho.cli.console.Terminal;
import io.sekisho.cli.console.UnusableException;
import io.sekisho.cli.policy.Policies;
import io.sekisho.engine.policy.Policy;
import io.sekisho.simulator.SimulationPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code story}: a simulated month, decided, told in the terminal. */
@Command(
        name = "story",
        mixinStandardHelpOptions = true,
        description = "Simulates a month of a shop, decides it, and shows an attacked account's story, what was"
                + " stopped and what it cost honest customers.")
public final class StoryCommand implements Callable<Integer> {

    private static final int DAYS = 30;
    private static final int PLAIN_COLUMNS = 80;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "Another seed, another month (7).")
    private long seed;

    @Option(
            names = "--accounts",
            paramLabel = "A",
            defaultValue = "2000",
            description = "How many customers the shop has (2000); one in 100 is attacked.")
    private int accounts;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "${COMPLETION-CANDIDATES}; without it the system's language if it is one of these, else en.")
    private @Nullable Language language;

    @Option(names = "--no-color", description = "Plain text; so do NO_COLOR in the environment, and no terminal.")
    private boolean isPlain;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep events.ndjson, labels.ndjson and decisions.ndjson there; without it they are removed.")
    private @Nullable Path data;

    @Option(names = "--svg", paramLabel = "FILE", hidden = true, description = "Write the case as a picture instead.")
    private @Nullable String picture;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SimulationPlan plan = plan();
        Language chosen = language == null ? Language.of(Locale.getDefault(Locale.Category.DISPLAY)) : language;
        List<Words> tongues = chosen.words();
        Policy policy = Policies.use(null);
        try (DataFolder folder = data == null ? DataFolder.temporary() : DataFolder.at(data)) {
            return picture == null
                    ? tell(plan, policy, folder, tongues)
                    : draw(Month.live(plan, policy, folder, tongues.getFirst()), picture, tongues.getFirst());
        }
    }

    private SimulationPlan plan() {
        try {
            return SimulationPlan.of(seed, DAYS, accounts);
        } catch (IllegalArgumentException unusable) {
            throw new UnusableException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private int tell(SimulationPlan plan, Policy policy, DataFolder folder, List<Words> tongues) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Story> stories = tongues.stream()
                .map(words -> new Story(words, paper(out, words)))
                .toList();
        stories.getFirst().open(plan.accounts());
        System.err.println();
        Month month = Month.live(plan, policy, folder, tongues.getFirst());
        stories.getFirst().tell(month);
        for (Story other : stories.subList(1, stories.size())) {
            out.println();
            other.open(plan.accounts());
            other.tell(month);
        }
        out.flush();
        folder.kept()
                .ifPresent(path -> System.err.println("\n" + tongues.getFirst().text("kept", path)));
        return out.checkError() ? Exit.FAILED : Exit.OK;
    }

    private Paper paper(PrintWriter out, Words words) {
        boolean isWatched = Terminal.isThere();
        boolean isColored = isWatched && !isPlain && !isSet("NO_COLOR") && !"dumb".equals(System.getenv("TERM"));
        // The help's width follows the terminal's: see Sekisho.
        int width = isWatched ? spec.usageMessage().width() : PLAIN_COLUMNS;
        return new Paper(out::println, width, isColored, words.locale());
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    private static int draw(Month month, String picture, Words words) throws IOException {
        Month.Told told = month.told().orElseThrow(() -> new UnusableException(words.text("case.none")));
        try (OutputStream out = Files.output(picture)) {
            out.write(Picture.of(told, words).getBytes(StandardCharsets.UTF_8));
        }
        return Exit.OK;
    }
}
