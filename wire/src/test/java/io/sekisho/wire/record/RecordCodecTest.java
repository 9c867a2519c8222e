package io.sekisho.wire.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.policy.Policy;
import io.sekisho.wire.golden.Golden;
import io.sekisho.wire.policy.PolicyDirectory;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordCodecTest {

    private static final String FOLDER = "/io/sekisho/wire/record";
    private static final List<String> TEXTS =
            List.of("", "a", "{\"id\":\"e1\"}", "日本語", "😀", "x".repeat(127), "x".repeat(128), "y".repeat(20_000));
    private static final long[] NUMBERS = {
        0, 1, -1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1_694_563_200_000L
    };

    private final RecordCodec codec = new RecordCodec();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyRecordReadsBackAsItWas(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            JournalRecord record = any(random);
            byte[] bytes = codec.write(record);
            String where = "seed " + seed + ", record " + i;
            assertThat(told(RecordCodec.read(bytes))).as(where).isEqualTo(told(record));
            assertThat(RecordCodec.isPolicy(bytes)).as(where).isEqualTo(record instanceof PolicyActivated);
            assertThat(codec.write(RecordCodec.read(bytes))).as(where).isEqualTo(bytes);
        }
    }

    /** Bytes that an earlier version wrote; a change of this file would make old journals unreadable. */
    @Test
    void recordsThatWereWrittenOnceStayReadable() throws IOException {
        List<JournalRecord> records = samples();
        StringBuilder hex = new StringBuilder();
        for (JournalRecord record : records) {
            hex.append(HexFormat.of().formatHex(codec.write(record))).append('\n');
        }
        Golden.check(FOLDER + "/records.golden", hex.toString());
        List<String> lines = hex.toString().lines().toList();
        for (int i = 0; i < records.size(); i++) {
            JournalRecord read = RecordCodec.read(HexFormat.of().parseHex(lines.get(i)));
            assertThat(told(read)).as("record %d", i).isEqualTo(told(records.get(i)));
        }
    }

    @Test
    void aKindThatIsNotKnownIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordCodec.read(new byte[] {9, 0, 0}))
                .withMessageContaining("kind 9")
                .withMessageContaining("newer version");
    }

    /** The decisions of a few events, one of each kind of the others. */
    private static List<JournalRecord> samples() throws IOException {
        Policy policy =
                PolicyDirectory.read(Golden.path(FOLDER + "/policy")).policy().orElseThrow();
        DecisionCodec decisions = new DecisionCodec();
        List<JournalRecord> records = new ArrayList<>();
        records.add(new PolicyActivated(
                0x0123456789abcdefL, "0123456789abcdef", "written-1", 1_694_538_000_000L, "system"));
        Decided.each(policy, Golden.path(FOLDER + "/events.ndjson"), (engine, made) -> {
            EventEntry entry = new EventEntry(
                    made.accepted().canonical(),
                    new Fingerprint(1, 2),
                    made.accepted().event().receivedMillis(),
                    "key1",
                    new Facts().put(FactName.IP_COUNTRY, "JP").put(FactName.CARD_NUMBER_SEEN, true),
                    new Sealed(new Fingerprint(3, 4), new byte[] {5, 6, 7}));
            byte[] decision = decisions.write(
                    new DecisionCodec.Decided(made.assessment(), engine.features(), engine.featuresRead()), policy);
            records.add(new EventAccepted(
                    entry, Treatment.DECIDED, 0x0123456789abcdefL, entry.receivedMillis() + 3, 210, decision));
        });
        records.add(new ListChanged(
                new Fingerprint(8, 9),
                new Fingerprint(10, 11),
                1_694_538_000_001L,
                "staff1",
                "blocked",
                true,
                "#0123456789abcdef0123456789abcdef",
                new Sealed(new Fingerprint(12, 13), new byte[] {14}),
                Long.MAX_VALUE,
                "なぜか"));
        return records;
    }

    private static JournalRecord any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new PolicyActivated(number(random), text(random), text(random), number(random), text(random));
            case 1 ->
                new ListChanged(
                        fingerprint(random),
                        fingerprint(random),
                        number(random),
                        text(random),
                        text(random),
                        random.nextBoolean(),
                        text(random),
                        sealed(random),
                        number(random),
                        text(random));
            default ->
                new EventAccepted(
                        new EventEntry(
                                text(random),
                                fingerprint(random),
                                number(random),
                                text(random),
                                facts(random),
                                sealed(random)),
                        Treatment.values()[random.nextInt(3)],
                        number(random),
                        number(random),
                        number(random),
                        bytes(random));
        };
    }

    private static Facts facts(Random random) {
        Facts facts = new Facts();
        for (FactName name : FactName.values()) {
            switch (random.nextInt(4)) {
                case 0 -> facts.put(name, text(random));
                case 1 -> facts.put(name, number(random));
                case 2 -> facts.put(name, random.nextBoolean());
                default -> facts.put(name, Absence.values()[random.nextInt(Absence.values().length)]);
            }
        }
        return facts;
    }

    private static Sealed sealed(Random random) {
        byte[] bytes = bytes(random);
        return bytes.length == 0 ? Sealed.NONE : new Sealed(fingerprint(random), bytes);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextBoolean() ? 0 : random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Fingerprint fingerprint(Random random) {
        return new Fingerprint(random.nextLong(), random.nextLong());
    }

    private static long number(Random random) {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** All parts of a record, those too that do not compare. */
    private static List<Object> told(JournalRecord record) {
        return switch (record) {
            case PolicyActivated policy -> List.of(policy);
            case ListChanged change ->
                List.of(
                        change.identity(),
                        change.body(),
                        change.atMillis(),
                        change.actor(),
                        change.list(),
                        change.isAddition(),
                        change.value(),
                        told(change.plain()),
                        change.expiryMillis(),
                        change.note());
            case EventAccepted event ->
                List.of(
                        event.treatment(),
                        event.policyId(),
                        event.decidedMillis(),
                        event.latencyMicros(),
                        HexFormat.of().formatHex(event.decision()),
                        event.entry().canonical(),
                        event.entry().body(),
                        event.entry().receivedMillis(),
                        event.entry().sender(),
                        Stream.of(FactName.values())
                                .map(event.entry().facts()::value)
                                .toList(),
                        told(event.entry().sealed()));
        };
    }

    private static List<Object> told(Sealed sealed) {
        return List.of(sealed.customer(), HexFormat.of().formatHex(sealed.bytes()));
    }
}
