package io.sekisho.wire.journal;

import static io.sekisho.wire.journal.Records.OWNER;
import static io.sekisho.wire.journal.Records.named;
import static io.sekisho.wire.journal.Records.open;
import static io.sekisho.wire.journal.Records.read;
import static io.sekisho.wire.journal.Records.reopened;
import static io.sekisho.wire.journal.Records.segments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void showsAllThatWasCommittedOverManySegmentsAndOpenings(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> expected = new ArrayList<>();
        for (int opening = 0; opening < 5; opening++) {
            assertSame(reopened(folder), expected, seed);
            try (Journal journal = open(folder)) {
                assertThat(journal.repair()).isEmpty();
                assertThat(journal.lastNumber()).as("seed %d", seed).isEqualTo(expected.size());
                for (int i = random.nextInt(60); i > 0; i--) {
                    byte[] payload = Records.random(random, 120);
                    journal.append(payload);
                    expected.add(payload);
                    if (random.nextInt(3) == 0) {
                        journal.commit();
                    }
                }
            }
        }
        assertSame(read(folder), expected, seed);
        assertThat(segments(folder)).as("seed %d", seed).hasSizeGreaterThan(3);
    }

    @Test
    void takesARecordThatIsLargerThanItsBuffer() throws IOException {
        Random random = new Random(5);
        byte[] large = new byte[3 << 20];
        random.nextBytes(large);
        try (Journal journal = open(folder)) {
            journal.append(named(1));
            journal.append(large);
            journal.append(named(3));
        }
        assertSame(read(folder), List.of(named(1), large, named(3)), 5);
    }

    @Test
    void refusesARecordThatItsReadersWouldTakeForDamage() throws IOException {
        try (Journal journal = open(folder)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> journal.append(new byte[Segment.MOST_PAYLOAD_BYTES + 1]));
            journal.append(named(1));
        }
        assertSame(read(folder), List.of(named(1)), 0);
    }

    @Test
    void isRefusedToAnotherOwner() throws IOException {
        Records.write(folder, 30);
        for (JournalOwner other : List.of(new JournalOwner("default", "key-2"), new JournalOwner("another", "key-1"))) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> Journal.open(folder, other))
                    .withMessageContaining("belongs to shop 'default' with key 'key-1'")
                    .withMessageContaining("not to shop '" + other.shopId() + "' with key '" + other.keyId() + "'");
        }
        assertThat(reopened(folder)).hasSize(30);
    }

    @Test
    void hasTheLongestNamesOfAnOwner() throws IOException {
        JournalOwner owner = new JournalOwner("店".repeat(80), "k".repeat(256));
        try (Journal journal = Journal.open(folder, owner)) {
            journal.append(named(1));
        }
        try (Journal journal = Journal.open(folder, owner)) {
            assertThat(journal.lastNumber()).isEqualTo(1);
        }
    }

    /** An interrupt closes the channel in the middle of the write: the nearest that can be had to a disk that fails. */
    @Test
    void takesNothingMoreAfterAWriteFailed() throws IOException {
        Journal journal = open(folder);
        journal.append(named(1));
        journal.commit();
        journal.append(named(2));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(ClosedByInterruptException.class).isThrownBy(journal::commit);
        assertThat(Thread.interrupted()).isTrue();
        assertThatIOException().isThrownBy(() -> journal.append(named(3))).withMessageContaining("earlier write");
        assertThatIOException().isThrownBy(journal::commit).withMessageContaining("earlier write");
        journal.close();
        assertThat(reopened(folder).getFirst()).isEqualTo(named(1));
        try (Journal anew = open(folder)) {
            anew.append(named(9));
        }
        assertThat(read(folder).getLast()).isEqualTo(named(9));
    }

    @Test
    void forgetsWhatWasNotCommittedWhenItIsAbandoned() throws IOException {
        Journal journal = open(folder);
        journal.append(named(1));
        journal.commit();
        journal.append(named(2));
        journal.abandon();
        assertThatIOException().isThrownBy(() -> journal.append(named(3)));
        journal.close();
        assertSame(reopened(folder), List.of(named(1)), 0);
    }

    @Test
    void beginsASegmentOnlyWhereACommitEnds() throws IOException {
        try (Journal journal = open(folder)) {
            for (int i = 1; i <= 100; i++) {
                journal.append(named(i));
            }
            assertThat(segments(folder)).hasSize(1);
            journal.commit();
            assertThat(segments(folder)).hasSize(2);
            assertThat(journal.segmentBytes()).isEqualTo(Segment.header(101, OWNER).length);
        }
        assertThat(reopened(folder)).hasSize(100);
    }

    private static void assertSame(List<byte[]> found, List<byte[]> expected, long seed) {
        assertThat(found.toArray(byte[][]::new)).as("seed %d", seed).isDeepEqualTo(expected.toArray(byte[][]::new));
    }
}
