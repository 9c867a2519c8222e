package io.sekisho.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.wire.json.JsonProblem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good events with bytes flipped, cut, put in, doubled: the reader answers each of them. */
class EventReaderFuzzTest {

    private static final int MUTANTS = 10_000;

    private static final List<byte[]> GOOD =
            ContractTable.rows().stream().map(row -> row.full().bytes()).toList();

    private static final List<byte[]> PIECES = List.of(
            bytes("null"),
            bytes("{}"),
            bytes("[[[["),
            bytes("\\u0000"),
            bytes("\\ud800"),
            bytes("1e999"),
            bytes("1e17"),
            bytes("1e22"),
            bytes("7.5"),
            bytes("0.00000001"),
            bytes("-0.0"),
            bytes("4242424242424242"),
            bytes("\"\":"),
            bytes(","),
            bytes("99999999999999999999"),
            bytes("\uFEFF"),
            new byte[] {0},
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            bytes("9999-12-31T23:59:59Z"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isAcceptedOrRefusedWithAReason(long seed) {
        Random random = new Random(seed);
        EventReader reader = new EventReader();
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutant(random);
            Reading reading = read(reader, mutant, seed, i);
            if (reading instanceof Reading.Refused(List<JsonProblem> problems)) {
                refused++;
                assertThat(problems).as(text(mutant, seed, i)).isNotEmpty();
            } else if (reading instanceof Reading.Accepted accepted) {
                assertReadsBack(accepted, text(mutant, seed, i));
            }
            assertThat(CardNumbers.isIn(SampleEvent.told(reading)))
                    .as(text(mutant, seed, i))
                    .isFalse();
        }
        assertThat(refused).as("seed %d: refused of %d", seed, MUTANTS).isBetween(MUTANTS / 4, MUTANTS - MUTANTS / 50);
    }

    /** The canonical form is an event too, the same one. */
    private static void assertReadsBack(Reading.Accepted accepted, String what) {
        Reading again = new EventReader()
                .read(
                        accepted.canonical().getBytes(StandardCharsets.UTF_8),
                        accepted.event().receivedMillis());
        assertThat(again).as(what).isInstanceOfSatisfying(Reading.Accepted.class, same -> {
            assertThat(same.body()).isEqualTo(accepted.body());
            assertThat(same.identity()).isEqualTo(accepted.identity());
            assertThat(same.event()).isEqualTo(accepted.event());
        });
    }

    private static Reading read(EventReader reader, byte[] mutant, long seed, int number) {
        try {
            return reader.read(mutant);
        } catch (RuntimeException | StackOverflowError thrown) {
            throw new AssertionError(text(mutant, seed, number), thrown);
        }
    }

    private static byte[] mutant(Random random) {
        byte[] mutant = GOOD.get(random.nextInt(GOOD.size())).clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            mutant = changed(mutant, random);
        }
        return mutant;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 8));
        return switch (random.nextInt(5)) {
            case 0 -> flipped(bytes, from, random);
            case 1 -> spliced(bytes, from, new byte[0], to);
            case 2 -> spliced(bytes, from, PIECES.get(random.nextInt(PIECES.size())), from);
            case 3 -> spliced(bytes, from, PIECES.get(random.nextInt(PIECES.size())), to);
            default -> spliced(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
        };
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static byte[] spliced(byte[] bytes, int from, byte[] piece, int to) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, from);
        spliced.writeBytes(piece);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.size() == 0 ? new byte[] {' '} : spliced.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] mutant, long seed, int number) {
        return "seed %d, mutant %d: %s".formatted(seed, number, new String(mutant, StandardCharsets.UTF_8));
    }
}
