package io.sekisho.bench.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Journal and plain file in turn, at each batch size. */
final class JournalRounds {

    private static final int RECORD_BYTES = 600;
    private static final List<Integer> BATCHES = List.of(1, 10, 100, 1000);

    private final Path parent;
    private final int rounds;
    private final long spanNanos;
    private final LongSupplier nanos;
    private final byte[] record = new byte[RECORD_BYTES];

    /** In a folder of its own within the parent, with a nanosecond clock. */
    JournalRounds(Path parent, int rounds, long spanNanos, LongSupplier nanos) {
        this.parent = parent;
        this.rounds = rounds;
        this.spanNanos = spanNanos;
        this.nanos = nanos;
        // Bytes that a disk or a file system cannot pack.
        new Random(1).nextBytes(record);
    }

    /**
     * What was seen at one batch size, each the median of the rounds.
     *
     * @param ratio of the journal's rate to the plain file's in the same round
     */
    record Line(int batch, Trial journal, Trial plain, double ratio) {}

    List<Line> run() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int batch : BATCHES) {
            lines.add(line(batch));
        }
        return lines;
    }

    private Line line(int batch) throws IOException {
        List<Line> seen = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Trial plain = plain(batch);
            Trial journal = journal(batch);
            seen.add(new Line(batch, journal, plain, journal.perSecond() / plain.perSecond()));
        }
        return new Line(
                batch,
                median(seen.stream().map(Line::journal).toList()),
                median(seen.stream().map(Line::plain).toList()),
                median(seen, Line::ratio).ratio());
    }

    private Trial plain(int batch) throws IOException {
        try (TrialFolder folder = TrialFolder.within(parent);
                PlainFile file = new PlainFile(folder.path().resolve("plain"), batch * RECORD_BYTES)) {
            return Trial.run(file, record, batch, spanNanos, nanos);
        }
    }

    private Trial journal(int batch) throws IOException {
        try (TrialFolder folder = TrialFolder.within(parent);
                JournalAppender journal = new JournalAppender(folder.path())) {
            return Trial.run(journal, record, batch, spanNanos, nanos);
        }
    }

    private static Trial median(List<Trial> trials) {
        return new Trial(
                median(trials, Trial::perSecond).perSecond(),
                median(trials, Trial::medianNanos).medianNanos(),
                median(trials, Trial::ninetyNinthNanos).ninetyNinthNanos());
    }

    /** Of an even number the lower of the two in the middle. */
    private static <T> T median(List<T> all, ToDoubleFunction<T> by) {
        return all.stream().sorted(Comparator.comparingDouble(by)).toList().get((all.size() - 1) / 2);
    }
}
