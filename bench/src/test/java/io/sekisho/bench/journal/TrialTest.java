package io.sekisho.bench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.bench.testkit.StandingClock;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides of the comparison write what they are given, and a trial counts what was made durable. */
final class TrialTest {

    private static final byte[] RECORD = new byte[600];

    private final StandingClock clock = new StandingClock();

    @TempDir
    private Path folder;

    @Test
    void countsRecordsOverTheTimeOfTheBatches() throws IOException {
        Counted counted = new Counted(Duration.ofMillis(2));

        Trial trial = Trial.run(counted, RECORD, 10, Duration.ofMillis(100).toNanos(), clock);

        assertThat(counted.commits).isEqualTo(50);
        assertThat(counted.records).isEqualTo(500);
        assertThat(trial.perSecond()).isEqualTo(5_000);
        assertThat(trial.medianNanos() / 1_000_000).isEqualTo(2);
    }

    @Test
    void endsBeforeItFillsTheDisk() throws IOException {
        Counted counted = new Counted(Duration.ofNanos(1));

        Trial.run(counted, RECORD, 1_000, Duration.ofHours(1).toNanos(), clock);

        assertThat(counted.records * RECORD.length).isLessThanOrEqualTo(Trial.MOST_BYTES);
        assertThat((counted.records + 1_000) * RECORD.length).isGreaterThan(Trial.MOST_BYTES);
    }

    @Test
    void theJournalHoldsWhatWasAppended() throws IOException {
        try (JournalAppender journal = new JournalAppender(folder)) {
            journal.append(RECORD);
            journal.append(RECORD);
            journal.commit();
        }
        try (Journal journal = Journal.open(folder, new JournalOwner("bench", "none"))) {
            assertThat(journal.lastNumber()).isEqualTo(2);
        }
    }

    @Test
    void thePlainFileHoldsWhatWasAppended() throws IOException {
        Path file = folder.resolve("plain");
        try (PlainFile plain = new PlainFile(file, 2 * RECORD.length)) {
            for (int batch = 0; batch < 3; batch++) {
                plain.append(RECORD);
                plain.append(RECORD);
                plain.commit();
            }
        }

        assertThat(file).hasSize(6L * RECORD.length);
    }

    @Test
    void leavesNothingBehind() throws IOException {
        List<JournalRounds.Line> lines = new JournalRounds(folder, 1, 0, clock).run();

        assertThat(lines).extracting(JournalRounds.Line::batch).containsExactly(1, 10, 100, 1000);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    /** Counts, and moves the time at every commit. */
    private final class Counted implements Appender {

        private final Duration each;
        private long records;
        private long commits;

        Counted(Duration each) {
            this.each = each;
        }

        @Override
        public void append(byte[] payload) {
            records++;
        }

        @Override
        public void commit() {
            commits++;
            clock.move(each);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
