package io.sekisho.server.decision;

import static io.sekisho.server.decision.Orders.gift;
import static io.sekisho.server.decision.Orders.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalException;
import io.sekisho.wire.journal.JournalOwner;
import io.sekisho.wire.record.JournalRecord;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.RecordCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start makes of a journal that was tampered with, or cut. */
final class RebuildTest {

    @TempDir
    private Path temp;

    private Path policy;
    private Station station;

    @BeforeEach
    void write() throws IOException {
        policy = Policies.oneGift(temp.resolve("policy"));
        station = Station.deciding(temp.resolve("data"), policy);
        for (int i = 0; i < 20; i++) {
            station.sends(gift("g" + i, "a" + i % 5, "d1"));
            station.sends(login("l" + i, "a" + i % 5));
        }
        station.stop();
    }

    @AfterEach
    void close() throws IOException {
        station.close();
    }

    /** Writes the journal anew, with sound checksums, each record perhaps as another. */
    private void rewrite(UnaryOperator<JournalRecord> change) throws IOException {
        List<byte[]> records = new ArrayList<>();
        JournalOwner owner = owner();
        Journal.open(station.journal(), owner, record -> records.add(record.payload()))
                .close();
        try (Stream<Path> files = Files.list(station.journal())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        RecordCodec codec = new RecordCodec();
        try (Journal journal = Journal.open(station.journal(), owner)) {
            for (byte[] record : records) {
                journal.append(codec.write(change.apply(RecordCodec.read(record))));
            }
        }
    }

    /** The header says whose it is, and whoever asks as another is told. */
    private JournalOwner owner() {
        try (Journal journal = Journal.open(station.journal(), new JournalOwner("default", "?"))) {
            throw new AssertionError("Opened for anybody: " + journal.lastNumber());
        } catch (JournalException refused) {
            String key = refused.getMessage().replaceAll(".*belongs to shop 'default' with key '([^']*)'.*", "$1");
            return new JournalOwner("default", key);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static EventAccepted with(EventAccepted event, byte[] decision) {
        return new EventAccepted(
                event.entry(),
                event.treatment(),
                event.policyId(),
                event.decidedMillis(),
                event.latencyMicros(),
                decision);
    }

    @Test
    void aJournalThatWasCopiedRecordByRecordHasNoDifferences() throws IOException {
        rewrite(record -> record);
        station.start(policy, false);
        assertThat(station.decisions().differences()).isEmpty();
        assertThat(station.decisions().committed()).isEqualTo(41);
    }

    @Test
    void aDecisionThatWasAlteredIsFoundAndNamed() throws IOException {
        rewrite(record -> {
            if (record instanceof EventAccepted event
                    && event.entry().canonical().contains("\"id\":\"g7\"")) {
                byte[] decision = event.decision().clone();
                // The outcome stands behind the status and an empty text.
                decision[2] ^= 1;
                return with(event, decision);
            }
            return record;
        });
        station.start(policy, false);
        assertThat(station.decisions().differences()).containsExactly(16L);
        station.sends(login("after", "a1"));
    }

    @Test
    void anEventThatWasAlteredIsFoundByTheDecisionsAfterIt() throws IOException {
        rewrite(record -> {
            if (record instanceof EventAccepted event
                    && event.entry().canonical().contains("\"id\":\"g0\"")) {
                io.sekisho.wire.record.EventEntry entry = event.entry();
                return new EventAccepted(
                        new io.sekisho.wire.record.EventEntry(
                                entry.canonical().replace("\"account_id\":\"a0\"", "\"account_id\":\"a9\""),
                                entry.body(),
                                entry.receivedMillis(),
                                entry.sender(),
                                entry.facts(),
                                entry.sealed()),
                        event.treatment(),
                        event.policyId(),
                        event.decidedMillis(),
                        event.latencyMicros(),
                        event.decision());
            }
            return record;
        });
        station.start(policy, false);
        assertThat(station.decisions().differences()).isNotEmpty().doesNotContain(2L);
    }

    @Test
    void namesAtMostAHundredDifferences() throws IOException {
        station.start(policy, false);
        for (int i = 0; i < 100; i++) {
            station.sends(login("more" + i, "a1"));
        }
        station.stop();
        rewrite(record -> record instanceof EventAccepted event ? with(event, new byte[] {1, 2, 3}) : record);
        station.start(policy, false);
        assertThat(station.decisions().differences()).hasSize(100).startsWith(2L);
    }

    @Test
    void aTornEndIsCutAndDecidingGoesOn() throws IOException {
        Path segment;
        try (Stream<Path> files = Files.list(station.journal())) {
            segment = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        station.start(policy, false);
        assertThat(station.decisions().committed()).isEqualTo(40);
        assertThat(station.decisions().differences()).isEmpty();
        assertThat(station.sends(login("l19", "a4"))).isInstanceOf(Receipt.Fate.Fresh.class);
    }

    @Test
    void aPolicyThatIsNotOnTheShelfKeepsTheServerFromStarting() throws IOException {
        rewrite(record -> record instanceof PolicyActivated live
                ? new PolicyActivated(77, live.fingerprint(), live.version(), live.atMillis(), live.actor())
                : record);
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> station.start(policy, false));
    }
}
