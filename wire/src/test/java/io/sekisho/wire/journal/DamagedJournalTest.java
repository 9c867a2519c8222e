package io.sekisho.wire.journal;

import static io.sekisho.wire.journal.Records.OWNER;
import static io.sekisho.wire.journal.Records.SMALL_SEGMENT;
import static io.sekisho.wire.journal.Records.copy;
import static io.sekisho.wire.journal.Records.named;
import static io.sekisho.wire.journal.Records.open;
import static io.sekisho.wire.journal.Records.reopened;
import static io.sekisho.wire.journal.Records.segments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash or a bad disk leaves behind. */
final class DamagedJournalTest {

    private static final int RECORDS = 60;

    @TempDir
    private Path temp;

    private Path sound;
    private Path torn;

    @BeforeEach
    void write() throws IOException {
        sound = temp.resolve("sound");
        torn = temp.resolve("torn");
        Records.write(sound, RECORDS);
        assertThat(segments(sound)).hasSizeGreaterThan(2);
    }

    /** A crash may leave any part of what was being written; the last segment holds several records here. */
    @Test
    void isCutAtAnyByteOfTheLastSegmentAndLosesNothingBeforeIt() throws IOException {
        Path last = segments(sound).getLast();
        byte[] bytes = Files.readAllBytes(last);
        int header = Segment.header(1, OWNER).length;
        long first = firstNumberOf(last);
        assertThat(bytes.length).as("there are records in it").isGreaterThan(header + 20);
        for (int length = 0; length <= bytes.length; length++) {
            copy(sound, torn);
            Files.write(torn.resolve(last.getFileName()), Arrays.copyOf(bytes, length));
            long whole = wholeRecords(bytes, header, length);
            long expected = first - 1 + whole;
            assertIsCut(expected, "cut to " + length, length == bytes.length || isEndOfRecord(bytes, header, length));
        }
    }

    @Test
    void isCutWhereAnyByteOfTheLastRecordIsGarbage() throws IOException {
        Random random = new Random(7);
        Path last = segments(sound).getLast();
        byte[] bytes = Files.readAllBytes(last);
        int start = bytes.length - Segment.RECORD_HEADER_BYTES - named(RECORDS).length;
        for (int at = start; at < bytes.length; at++) {
            copy(sound, torn);
            byte[] garbled = bytes.clone();
            garbled[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(torn.resolve(last.getFileName()), garbled);
            assertIsCut(RECORDS - 1, "seed 7, garbage at " + at, false);
        }
    }

    @Test
    void isCutWhereTheEndIsFilledWithZerosOrGarbage() throws IOException {
        Random random = new Random(8);
        Path last = segments(sound).getLast();
        byte[] bytes = Files.readAllBytes(last);
        for (int more = 1; more < 40; more++) {
            byte[] garbage = new byte[more];
            random.nextBytes(garbage);
            for (byte[] tail : List.of(new byte[more], garbage)) {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + more);
                System.arraycopy(tail, 0, longer, bytes.length, more);
                copy(sound, torn);
                Files.write(torn.resolve(last.getFileName()), longer);
                // Eight zeros and more read as an empty record with a wrong checksum.
                assertIsCut(RECORDS, "seed 8, " + more + " bytes more", false);
            }
        }
    }

    @Test
    void aRecordCopiedToAnotherPlaceIsNotTakenForSound() throws IOException {
        Path last = segments(sound).getLast();
        byte[] bytes = Files.readAllBytes(last);
        int record = Segment.RECORD_HEADER_BYTES + named(RECORDS).length;
        byte[] doubled = Arrays.copyOf(bytes, bytes.length + record);
        System.arraycopy(bytes, bytes.length - record, doubled, bytes.length, record);
        copy(sound, torn);
        Files.write(torn.resolve(last.getFileName()), doubled);
        assertIsCut(RECORDS, "doubled", false);
    }

    /** Cut or garbled: what follows in later segments must not be taken for the rest. */
    @Test
    void isRefusedWhereAnyByteOfAnEarlierSegmentIsMissingOrGarbled() throws IOException {
        Random random = new Random(9);
        Path earlier = segments(sound).get(1);
        byte[] bytes = Files.readAllBytes(earlier);
        for (int at = 0; at < bytes.length; at++) {
            byte[] garbled = bytes.clone();
            garbled[at] ^= (byte) (1 + random.nextInt(255));
            assertIsRefused(earlier, garbled, "seed 9, garbage at " + at);
            assertIsRefused(earlier, Arrays.copyOf(bytes, at), "cut to " + at);
        }
    }

    @Test
    void isRefusedWhereASegmentIsMissing() throws IOException {
        for (int missing = 0; missing < segments(sound).size() - 1; missing++) {
            copy(sound, torn);
            Files.delete(segments(torn).get(missing));
            assertThatExceptionOfType(JournalException.class)
                    .as("without segment %d", missing)
                    .isThrownBy(() -> reopened(torn))
                    .withMessageContaining("a segment is missing");
        }
    }

    @Test
    void aSegmentWithRecordsIsNeverThrownAwayForItsHeader() throws IOException {
        Path last = segments(sound).getLast();
        byte[] bytes = Files.readAllBytes(last);
        for (int at = 0; at < Segment.header(1, OWNER).length; at++) {
            byte[] garbled = bytes.clone();
            garbled[at] ^= 1;
            assertIsRefused(last, garbled, "header garbled at " + at);
        }
    }

    @Test
    void aFirstSegmentThatWasOnlyBegunIsBegunAnew() throws IOException {
        byte[] header = Segment.header(1, OWNER);
        Path file = Segment.file(torn, 1);
        Files.createDirectories(torn);
        for (int length = 0; length < header.length; length++) {
            for (byte[] begun : List.of(Arrays.copyOf(header, length), new byte[length])) {
                Files.write(file, begun);
                assertIsCut(0, length + " bytes of a header", false);
            }
        }
    }

    @Test
    void aFileThatIsNoJournalIsLeftAlone() throws IOException {
        Files.createDirectories(torn);
        Path file = Segment.file(torn, 1);
        Files.writeString(file, "Dear diary");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.open(torn, OWNER))
                .withMessageContaining(file.toString())
                .withMessageContaining("does not begin like");
        assertThat(file).hasContent("Dear diary");
    }

    private void assertIsCut(long expected, String how, boolean isWhole) throws IOException {
        try (Journal journal = open(torn)) {
            assertThat(journal.lastNumber()).as(how).isEqualTo(expected);
            assertThat(journal.repair().isEmpty()).as(how).isEqualTo(isWhole);
            journal.append(named(expected + 1));
        }
        List<byte[]> found = reopened(torn);
        assertThat(found).as(how).hasSize((int) expected + 1);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).as("%s, record %d", how, i + 1).isEqualTo(named(i + 1));
        }
    }

    private void assertIsRefused(Path segment, byte[] content, String how) throws IOException {
        copy(sound, torn);
        Path file = torn.resolve(segment.getFileName());
        Files.write(file, content);
        assertThatExceptionOfType(JournalException.class)
                .as(how)
                .isThrownBy(() -> Journal.open(torn, OWNER, SMALL_SEGMENT, record -> {}));
        assertThat(Files.readAllBytes(file)).as(how).isEqualTo(content);
        assertThat(segments(torn)).as(how).hasSameSizeAs(segments(sound));
    }

    private static long firstNumberOf(Path segment) {
        return Long.parseLong(segment.getFileName().toString().replace(Segment.ENDING, ""));
    }

    private static boolean isEndOfRecord(byte[] bytes, int header, int length) {
        return length >= header
                && (length == header || wholeRecords(bytes, header, length) > wholeRecords(bytes, header, length - 1));
    }

    /** How many records of the segment end within its first bytes. */
    private static long wholeRecords(byte[] bytes, int header, int length) {
        long whole = 0;
        int at = header;
        while (at < bytes.length) {
            at += Segment.RECORD_HEADER_BYTES
                    + java.nio.ByteBuffer.wrap(bytes, at, 4).getInt();
            whole += at <= length ? 1 : 0;
        }
        return whole;
    }
}
