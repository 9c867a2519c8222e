package io.sekisho.server.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CustomerKeysTest {

    private static final byte[] TEXTS = "{\"/data/email\":\"hanako@example.net\"}".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private EnvelopeKey envelope;
    private Path file;

    @BeforeEach
    void open() {
        envelope = EnvelopeKey.open(null, folder.resolve("envelope.json"));
        file = folder.resolve("customers.keys");
    }

    private CustomerKeys keys() throws IOException {
        return new CustomerKeys(file, envelope, random);
    }

    private static Fingerprint customer(long number) {
        return new Fingerprint(number * 0x9E3779B97F4A7C15L, number);
    }

    @Test
    void whatIsSealedOpensAndTellsNothing() throws IOException {
        try (CustomerKeys keys = keys()) {
            Sealed one = keys.seal(customer(1), TEXTS);
            Sealed again = keys.seal(customer(1), TEXTS);
            Sealed other = keys.seal(customer(2), TEXTS);
            assertThat(keys.open(one)).hasValue(TEXTS);
            assertThat(keys.open(other)).hasValue(TEXTS);
            assertThat(one.bytes()).isNotEqualTo(again.bytes()).isNotEqualTo(other.bytes());
            assertThat(new String(one.bytes(), UTF_8)).doesNotContain("hanako");
            assertThat(keys.open(keys.seal(customer(3), new byte[0]))).hasValue(new byte[0]);
            assertThat(keys.size()).isEqualTo(3);
        }
    }

    @Test
    void nothingOpensWithoutItsKey() throws IOException {
        Sealed sealed;
        try (CustomerKeys keys = keys()) {
            sealed = keys.seal(customer(1), TEXTS);
            keys.seal(customer(2), TEXTS);
            Sealed moved = new Sealed(customer(2), sealed.bytes());
            assertThatIllegalStateException().isThrownBy(() -> keys.open(moved));
            for (int i = 0; i < sealed.bytes().length; i++) {
                byte[] altered = sealed.bytes().clone();
                altered[i] ^= 1;
                assertThatIllegalStateException()
                        .as("byte %d", i)
                        .isThrownBy(() -> keys.open(new Sealed(customer(1), altered)));
            }
        }
        Files.delete(file);
        try (CustomerKeys erased = keys()) {
            assertThat(erased.open(sealed)).isEmpty();
        }
    }

    @Test
    void outlivesAStopOnceItWasFlushed() throws IOException {
        CustomerKeys keys = keys();
        Sealed lasting = keys.seal(customer(1), TEXTS);
        keys.flush();
        Sealed lost = keys.seal(customer(2), TEXTS);
        // Not closed: as a process that was killed.
        try (CustomerKeys again = keys()) {
            assertThat(again.open(lasting)).hasValue(TEXTS);
            assertThat(again.open(lost)).isEmpty();
        }
        keys.close();
        try (CustomerKeys again = keys()) {
            assertThat(again.open(lost)).hasValue(TEXTS);
            assertThat(again.size()).isEqualTo(2);
        }
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        keys().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void manyThreadsDrawOneKeyForEachCustomer() throws Exception {
        int customers = 200;
        Set<Sealed> sealed = ConcurrentHashMap.newKeySet();
        try (CustomerKeys keys = keys()) {
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            for (long seed = 1; seed <= 4; seed++) {
                Random dice = new Random(seed);
                threads.add(CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        sealed.add(keys.seal(customer(1 + dice.nextInt(customers)), TEXTS));
                    }
                }));
            }
            while (threads.stream().anyMatch(thread -> !thread.isDone())) {
                keys.flush();
            }
            for (CompletableFuture<Void> thread : threads) {
                thread.get(30, TimeUnit.SECONDS);
            }
        }
        try (CustomerKeys again = keys()) {
            assertThat(again.size()).isEqualTo(customers);
            for (Sealed one : sealed) {
                assertThat(again.open(one)).hasValue(TEXTS);
            }
        }
        assertThat(Files.size(file) % customers).as("an entry each").isZero();
    }

    /** A crash may cut the file anywhere within what was not forced. */
    @Test
    void aTornEndCostsOnlyTheKeysThatWereBeingWritten() throws IOException {
        List<Sealed> sealed = new ArrayList<>();
        try (CustomerKeys keys = keys()) {
            for (long i = 1; i <= 4; i++) {
                sealed.add(keys.seal(customer(i), TEXTS));
            }
        }
        byte[] whole = Files.readAllBytes(file);
        int entry = whole.length / 4;
        for (int length = 0; length <= whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertOpens(sealed, length / entry, "cut to " + length);
        }
        for (int at = whole.length - entry; at < whole.length; at += 5) {
            byte[] garbled = whole.clone();
            garbled[at] ^= 1;
            Files.write(file, garbled);
            assertOpens(sealed, 3, "garbage at " + at);
        }
    }

    private void assertOpens(List<Sealed> sealed, int count, String how) throws IOException {
        Sealed fresh;
        try (CustomerKeys keys = keys()) {
            for (int i = 0; i < sealed.size(); i++) {
                assertThat(keys.open(sealed.get(i)).isPresent())
                        .as("%s, customer %d", how, i)
                        .isEqualTo(i < count);
            }
            fresh = keys.seal(customer(9), TEXTS);
        }
        try (CustomerKeys keys = keys()) {
            assertThat(keys.open(fresh)).as(how).hasValue(TEXTS);
            assertThat(keys.size()).as(how).isEqualTo(count + 1);
        }
    }

    /** A disk that is full takes part of an entry; what comes behind it later must be found again. */
    @Test
    void aFlushThatFailedHalfWayIsDoneAgainWhole() throws IOException {
        keys().close();
        FullDisk disk = new FullDisk(file);
        CustomerKeys keys = new CustomerKeys(new CustomerKeyFile(file, envelope, disk), random);
        List<Sealed> sealed = new ArrayList<>(List.of(keys.seal(customer(1), TEXTS)));
        keys.flush();
        for (int left : new int[] {0, 1, 30, 84}) {
            sealed.add(keys.seal(customer(100 + left), TEXTS));
            disk.takes(left);
            assertThatIOException().isThrownBy(keys::flush).withMessageContaining("No space left");
            disk.takes(Integer.MAX_VALUE);
            sealed.add(keys.seal(customer(200 + left), TEXTS));
            keys.flush();
        }
        keys.close();
        try (CustomerKeys again = keys()) {
            for (Sealed one : sealed) {
                assertThat(again.open(one)).hasValue(TEXTS);
            }
            assertThat(new HashSet<>(sealed)).hasSize(again.size());
        }
    }

    @Test
    void theKeysOfAnotherEnvelopeAreRefused() throws IOException {
        try (CustomerKeys keys = keys()) {
            keys.seal(customer(1), TEXTS);
        }
        byte[] before = Files.readAllBytes(file);
        EnvelopeKey other = EnvelopeKey.open(null, folder.resolve("other.json"));
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> new CustomerKeys(file, other, random))
                .withMessageContaining("customer's key");
        assertThat(file).hasBinaryContent(before);
    }
}
