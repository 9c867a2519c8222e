package io.sekisho.cli.story;

import io.sekisho.cli.console.Progress;
import io.sekisho.cli.score.Score;
import io.sekisho.cli.score.Scoring;
import io.sekisho.engine.policy.Policy;
import io.sekisho.simulator.Simulation;
import io.sekisho.simulator.SimulationPlan;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A month of a simulated shop, decided and judged.
 *
 * @param score of the whole shop
 * @param told the case that is told, where anybody was attacked
 */
record Month(SimulationPlan plan, Score score, Optional<Told> told) {

    /** The case that is told, and the score of its account alone. */
    record Told(CaseFile file, Score score) {}

    /** Simulates, decides and judges; the files are left in the folder. */
    static Month live(SimulationPlan plan, Policy policy, DataFolder folder, Words words) throws IOException {
        simulate(plan, folder, words);
        Progress progress = new Progress(words.text("progress.deciding"));
        List<CaseFile> cases = new Deciding(policy, Truth.read(folder.labels())).decide(folder, progress);
        finish(progress, words.text("progress.decided", seconds(progress)));
        Optional<CaseFile> chosen = CaseChoice.of(cases);
        Score score;
        try (InputStream labels = Files.newInputStream(folder.labels());
                InputStream events = Files.newInputStream(folder.events());
                InputStream decisions = Files.newInputStream(folder.decisions())) {
            score = Scoring.of(labels, events, decisions);
        }
        return new Month(plan, score, chosen.isEmpty() ? Optional.empty() : Optional.of(told(chosen.get(), folder)));
    }

    private static void simulate(SimulationPlan plan, DataFolder folder, Words words) throws IOException {
        Progress progress = new Progress(words.text("progress.simulating"));
        try (OutputStream events = new BufferedOutputStream(Files.newOutputStream(folder.events()));
                OutputStream labels = new BufferedOutputStream(Files.newOutputStream(folder.labels()))) {
            new Simulation(plan).run(new Counting(events, progress), labels);
        }
        finish(progress, words.text("progress.simulated", Words.whole(plan.accounts()), seconds(progress)));
    }

    private static Told told(CaseFile file, DataFolder folder) throws IOException {
        try (InputStream labels = Files.newInputStream(folder.labels());
                InputStream events = lines(file, Moment::line);
                InputStream decisions = lines(file, Moment::decision)) {
            return new Told(file, Scoring.of(labels, events, decisions));
        }
    }

    private static InputStream lines(CaseFile file, Function<Moment, String> line) {
        String lines = file.moments().stream().map(line).collect(Collectors.joining("\n"));
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static void finish(Progress progress, String text) {
        progress.finish();
        System.err.println(text);
    }

    private static String seconds(Progress progress) {
        return String.format(java.util.Locale.ROOT, "%.1f", progress.seconds());
    }

    /** Steps a progress at every line that is written. */
    private static final class Counting extends FilterOutputStream {

        private final Progress progress;

        Counting(OutputStream out, Progress progress) {
            super(out);
            this.progress = progress;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                if (bytes[i] == '\n') {
                    progress.step();
                }
            }
            out.write(bytes, from, length);
        }
    }
}
