package io.sekisho.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.decision.SeenEvents.Sight;
import io.sekisho.engine.testkit.StateTape;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeenEventsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void knowsNewRepeatedAndConflictingLikeAMap(long seed) {
        Random random = new Random(seed);
        Map<Fingerprint, Fingerprint> expected = new HashMap<>();
        Map<Fingerprint, Integer> numbers = new HashMap<>();
        SeenEvents seen = new SeenEvents();
        for (int step = 0; step < 20_000; step++) {
            Fingerprint identity = fingerprint(random, 6_000);
            Fingerprint body = fingerprint(random, 3);
            Fingerprint former = expected.putIfAbsent(identity, body);
            Sight sight = former == null ? Sight.NEW : former.equals(body) ? Sight.REPEATED : Sight.CONFLICTING;
            numbers.putIfAbsent(identity, step);
            assertThat(seen.look(identity, body))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(sight);
            assertThat(seen.see(identity, body, step))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(sight);
            assertThat(seen.size()).isEqualTo(expected.size());
        }
        SeenEvents restored = copied(seen);
        assertThat(restored.size()).isEqualTo(expected.size());
        expected.forEach((identity, body) ->
                assertThat(restored.look(identity, body)).as("seed %d", seed).isEqualTo(Sight.REPEATED));
        numbers.forEach((identity, number) ->
                assertThat(restored.numberOf(identity)).as("seed %d", seed).hasValue(number));
        assertThat(restored.numberOf(new Fingerprint(77, 77))).isEmpty();
    }

    @Test
    void aFingerprintOfZerosIsOneLikeAnyOther() {
        SeenEvents seen = new SeenEvents();
        Fingerprint zeros = new Fingerprint(0, 0);
        assertThat(seen.see(zeros, zeros, 1)).isEqualTo(Sight.NEW);
        assertThat(seen.see(zeros, zeros, 2)).isEqualTo(Sight.REPEATED);
        assertThat(copied(seen).look(zeros, zeros)).isEqualTo(Sight.REPEATED);
    }

    /** Small numbers crowd the table's beginning and make chains, which digests seldom do. */
    private static Fingerprint fingerprint(Random random, int bound) {
        long high = random.nextInt(4);
        return new Fingerprint(high, random.nextInt(bound) + (random.nextBoolean() ? 0 : 1L << 40));
    }

    private static SeenEvents copied(SeenEvents seen) {
        StateTape tape = new StateTape();
        seen.writeTo(tape);
        SeenEvents copy = SeenEvents.readFrom(tape);
        assertThat(tape.isFinished()).isTrue();
        return copy;
    }
}
