package io.sekisho.cli.story;

import io.sekisho.cli.policy.Policies;
import io.sekisho.simulator.SimulationPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/** Months as the story lives them, under the starter policy. */
final class Months {

    static final Words ENGLISH = new Words(Locale.ENGLISH);
    static final Words JAPANESE = new Words(Locale.JAPANESE);

    private Months() {}

    static Month of(long seed, int accounts, Path folder) {
        try (DataFolder data = DataFolder.at(folder)) {
            SimulationPlan plan = SimulationPlan.of(seed, 30, accounts);
            return Month.live(plan, Policies.use(Path.of("..", "policies", "starter")), data, ENGLISH);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The whole story on plain paper of that width. */
    static String story(Month month, Words words, int width) {
        StringBuilder text = new StringBuilder();
        Paper paper = new Paper(line -> text.append(line).append('\n'), width, false, words.locale());
        Story story = new Story(words, paper);
        story.open(month.plan().accounts());
        story.tell(month);
        return text.toString();
    }
}
