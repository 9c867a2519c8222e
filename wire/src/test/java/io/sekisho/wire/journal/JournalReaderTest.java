package io.sekisho.wire.journal;

import static io.sekisho.wire.journal.Records.SMALL_SEGMENT;
import static io.sekisho.wire.journal.Records.named;
import static io.sekisho.wire.journal.Records.open;
import static io.sekisho.wire.journal.Records.segments;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records found again by their number. */
final class JournalReaderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 400", "2, 20000", "3, 268435456"})
    void findsAnyRecordAtAnyTime(long seed, long segmentBytes) throws IOException {
        Random random = new Random(seed);
        List<byte[]> expected = new ArrayList<>();
        try (Journal journal = Journal.open(folder, Records.OWNER, segmentBytes, record -> {});
                JournalReader reader = journal.reader()) {
            for (int step = 0; step < 1_500; step++) {
                if (random.nextInt(3) > 0) {
                    byte[] payload = Records.random(random, random.nextInt(100) == 0 ? 200_000 : 60);
                    journal.append(payload);
                    journal.commit();
                    expected.add(payload);
                }
                readSome(reader, expected, random, "seed " + seed + ", step " + step);
            }
        }
        try (Journal journal = Journal.open(folder, Records.OWNER, segmentBytes, record -> {});
                JournalReader reader = journal.reader()) {
            for (int step = 0; step < 500; step++) {
                readSome(reader, expected, random, "reopened, seed " + seed + ", step " + step);
            }
        }
    }

    private static void readSome(JournalReader reader, List<byte[]> expected, Random random, String where) {
        if (expected.isEmpty()) {
            return;
        }
        int from = random.nextInt(expected.size());
        // One after the other, or one here and one there.
        for (int i = from; i < Math.min(from + 1 + random.nextInt(4), expected.size()); i++) {
            assertThat(reader.read(i + 1)).as("%s, record %d", where, i + 1).isEqualTo(expected.get(i));
        }
    }

    /** The writer is one thread and the readers are two others; each record says its own number. */
    @Test
    void findsCommittedRecordsWhileOthersAreWritten() throws Exception {
        int records = 20_000;
        AtomicLong committed = new AtomicLong();
        try (Journal journal = Journal.open(folder, Records.OWNER, 50_000, record -> {})) {
            List<CompletableFuture<Void>> readers = new ArrayList<>();
            for (long seed = 1; seed <= 2; seed++) {
                long mine = seed;
                readers.add(CompletableFuture.runAsync(() -> follow(journal, committed, records, mine)));
            }
            for (int i = 1; i <= records; i++) {
                journal.append(named(i));
                if (i % 7 == 0 || i == records) {
                    journal.commit();
                    committed.set(i);
                }
            }
            for (CompletableFuture<Void> reader : readers) {
                reader.get(60, SECONDS);
            }
        }
    }

    private static void follow(Journal journal, AtomicLong committed, int records, long seed) {
        Random random = new Random(seed);
        try (JournalReader reader = journal.reader()) {
            for (long next = 1; next <= records; next++) {
                while (committed.get() < next) {
                    Thread.onSpinWait();
                }
                assertThat(reader.read(next)).as("seed %d", seed).isEqualTo(named(next));
                if (random.nextInt(200) == 0) {
                    long earlier = 1 + random.nextLong(next);
                    assertThat(reader.read(earlier)).as("seed %d", seed).isEqualTo(named(earlier));
                }
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void whoAskedTooEarlyGetsTheRecordOnceItIsThere() throws IOException {
        try (Journal journal = open(folder);
                JournalReader reader = journal.reader()) {
            journal.append(named(1));
            journal.append(named(2));
            journal.commit();
            assertThat(reader.read(1)).isEqualTo(named(1));
            journal.append(named(3));
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> reader.read(3))
                    .withMessageContaining("ends before record 3");
            journal.commit();
            assertThat(reader.read(3)).isEqualTo(named(3));
            assertThat(reader.read(2)).isEqualTo(named(2));
        }
    }

    @Test
    void thereIsNoRecordBeforeTheFirst() throws IOException {
        try (Journal journal = open(folder);
                JournalReader reader = journal.reader()) {
            assertThatIllegalArgumentException().isThrownBy(() -> reader.read(1));
            journal.append(named(1));
            journal.commit();
            assertThatIllegalArgumentException().isThrownBy(() -> reader.read(0));
        }
    }

    @Test
    void tellsOfADamagedRecordAndFindsTheOthers() throws IOException {
        Records.write(folder, 5);
        try (Journal journal = open(folder);
                JournalReader reader = journal.reader()) {
            byte[] bytes = Files.readAllBytes(segments(folder).getFirst());
            int third = bytes.length - 3 * (Segment.RECORD_HEADER_BYTES + named(1).length);
            bytes[third + Segment.RECORD_HEADER_BYTES] ^= 1;
            Files.write(segments(folder).getFirst(), bytes);
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> reader.read(3))
                    .withMessageContaining("Record 3 is damaged");
            assertThat(reader.read(4)).isEqualTo(named(4));
            assertThat(reader.read(2)).isEqualTo(named(2));
        }
    }

    @Test
    void findsInANewJournalWhatAnAbandonedOneHadCommitted() throws IOException {
        Journal abandoned = Journal.open(folder, Records.OWNER, SMALL_SEGMENT, record -> {});
        for (int i = 1; i <= 100; i++) {
            abandoned.append(named(i));
            abandoned.commit();
        }
        abandoned.append("lost".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        abandoned.abandon();
        try (Journal journal = open(folder);
                JournalReader reader = journal.reader()) {
            for (int i = 101; i <= 150; i++) {
                journal.append(named(i));
                journal.commit();
            }
            for (int i = 150; i >= 1; i--) {
                assertThat(reader.read(i)).isEqualTo(named(i));
            }
        }
    }

    @Test
    void hasAFailedSegmentFileAgainOnceItIsBack() throws IOException {
        Records.write(folder, 60);
        try (Journal journal = open(folder);
                JournalReader reader = journal.reader()) {
            assertThat(reader.read(60)).isEqualTo(named(60));
            Path first = segments(folder).getFirst();
            Path aside = folder.resolve("aside");
            Files.move(first, aside);
            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> reader.read(1));
            assertThat(reader.read(60)).isEqualTo(named(60));
            Files.move(aside, first);
            assertThat(reader.read(1)).isEqualTo(named(1));
        }
    }
}
