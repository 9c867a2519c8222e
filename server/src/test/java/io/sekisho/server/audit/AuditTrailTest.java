package io.sekisho.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.server.access.MovingTime;
import io.sekisho.server.platform.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered for stays, in one chain, and whatever is done to the file shows. */
final class AuditTrailTest {

    private static final MovingTime TIME = new MovingTime("2026-11-24T00:00:00.123Z");

    @TempDir
    Path folder;

    @Test
    void entriesAreNumberedAndReadBack() throws IOException {
        try (AuditTrail trail = open()) {
            AuditEntry first = look(trail, "a1");
            AuditEntry second =
                    trail.append("staff:s1", AuditAction.LABEL_ADDED, "order:o1", Map.of("label", "takeover"));

            assertThat(List.of(first.number(), second.number())).containsExactly(1L, 2L);
            assertThat(first.at()).isEqualTo(TIME.instant());
            assertThat(entries()).containsExactly(first, second);
        }
    }

    @Test
    void aRestartGoesOnWithTheChain() throws IOException {
        fill(3);
        fill(3);

        assertThat(AuditVerification.verify(folder).entries()).isEqualTo(6);
        assertThat(AuditVerification.verify(folder).isClean()).isTrue();
    }

    @Test
    void manyLooksAtOnceBecomeOneChainWithFewerSyncs() throws Exception {
        int looks = 2_000;
        try (AuditTrail trail = open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AuditEntry>> all = IntStream.range(0, looks)
                    .mapToObj(i -> threads.submit(() -> look(trail, "a" + i)))
                    .toList();

            assertThat(all.stream().map(AuditTrailTest::number).sorted().toList())
                    .isEqualTo(LongStream.rangeClosed(1, looks).boxed().toList());
        }
        assertThat(AuditVerification.verify(folder))
                .isEqualTo(new AuditVerification.Result(looks, 0, Optional.empty()));
    }

    @Test
    void everyAlteredByteIsFound() throws IOException {
        fill(3);
        Path file = segment();
        byte[] good = Files.readAllBytes(file);

        for (int at = 0; at < good.length; at++) {
            byte[] altered = good.clone();
            altered[at] ^= 1;
            Files.write(file, altered);
            assertThat(AuditVerification.verify(folder).difference())
                    .as("byte %d", at)
                    .isPresent();
        }
    }

    @Test
    void anAlteredEntryIsFoundAlsoWhereTheFilesOwnChecksumsFit() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        fill(2);
        try (AuditTrail trail = AuditTrail.open(other, "default", TIME)) {
            look(trail, "a0");
            look(trail, "somebody else");
        }
        Files.copy(segment(other), segment(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(AuditVerification.verify(folder).difference().orElseThrow())
                .isEqualTo("Entry 2 of the file is another than head.json remembers.");
    }

    @Test
    void aRemovedTailIsFoundAndNotRepaired() throws IOException {
        fill(3);
        long whole = Files.size(segment());
        cut(segment(), 10);

        assertThat(AuditVerification.verify(folder).difference().orElseThrow())
                .isEqualTo("Entry 3 of the file is missing or cannot be read; there were 3.");
        assertThatThrownBy(this::open)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("Entry 3")
                .hasMessageContaining("evidence");
        assertThat(Files.size(segment())).isEqualTo(whole - 10);
    }

    @Test
    void aMissingOrDamagedHeadIsFound() throws IOException {
        fill(1);
        Path head = folder.resolve("head.json");
        Files.writeString(head, "{}");
        assertThat(AuditVerification.verify(folder).difference().orElseThrow()).contains("head.json is damaged");

        Files.delete(head);
        assertThat(AuditVerification.verify(folder).difference().orElseThrow()).contains("head.json is missing");
    }

    @Test
    void whatACrashLeftBehindTheHeadIsCutOff() throws IOException {
        fill(2);
        Files.write(segment(), new byte[] {0, 0, 1, 0, 7}, StandardOpenOption.APPEND);

        fill(1);

        assertThat(AuditVerification.verify(folder).isClean()).isTrue();
        assertThat(AuditVerification.verify(folder).entries()).isEqualTo(3);
    }

    @Test
    void afterTheEndNothingIsTaken() throws IOException {
        AuditTrail trail = open();
        trail.close();

        assertThatThrownBy(() -> look(trail, "a1")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void whatComesFromOutsideIsBounded() throws IOException {
        try (AuditTrail trail = open()) {
            AuditEntry entry = look(trail, "x".repeat(5_000) + "\0");

            assertThat(entry.subject()).hasSize(300);
        }
        assertThat(AuditVerification.verify(folder).isClean()).isTrue();
    }

    private AuditTrail open() throws IOException {
        return AuditTrail.open(folder, "default", TIME);
    }

    private void fill(int entries) throws IOException {
        try (AuditTrail trail = open()) {
            for (int i = 0; i < entries; i++) {
                look(trail, "a" + i);
            }
        }
    }

    private static AuditEntry look(AuditTrail trail, String account) {
        return trail.append("key:k1", AuditAction.CUSTOMER_VIEWED, "account:" + account, Map.of());
    }

    private static long number(Future<AuditEntry> entry) {
        try {
            return entry.get().number();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<AuditEntry> entries() throws IOException {
        try (ChainReader chain = ChainReader.open(folder)) {
            List<AuditEntry> entries = new ArrayList<>();
            for (var link = chain.next(); link.isPresent(); link = chain.next()) {
                entries.add(link.get().entry());
            }
            return entries;
        }
    }

    private Path segment() throws IOException {
        return segment(folder);
    }

    private static Path segment(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void cut(Path file, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }
}
