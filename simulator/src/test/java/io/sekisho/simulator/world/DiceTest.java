package io.sekisho.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    /** Test vector of the public-domain reference implementation by Sebastiano Vigna. */
    @Test
    void drawsTheReferenceSequence() {
        Dice dice = new Dice(1_234_567);

        assertThat(Long.toUnsignedString(dice.bits())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(dice.bits())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(dice.bits())).isEqualTo("9817491932198370423");
    }

    @Test
    void otherPurposesAndIndicesGiveOtherNumbers() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToLong(i -> Dice.of(1, "a", i).bits())
                        .distinct()
                        .count())
                .isEqualTo(10_000);
        assertThat(Dice.of(1, "a", 0).bits()).isNotEqualTo(Dice.of(1, "b", 0).bits());
        assertThat(Dice.of(1, "a", 0).bits()).isNotEqualTo(Dice.of(2, "a", 0).bits());
    }

    @Test
    void firstDrawsOfNeighboursAreUniform() {
        double mean = IntStream.range(0, 20_000)
                .mapToDouble(i -> Dice.of(5, "x", i).fraction())
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(0.49, 0.51);
    }

    @Test
    void meansAreAsAsked() {
        Dice dice = new Dice(3);

        assertThat(mean(() -> dice.poisson(1.7))).isBetween(1.65, 1.75);
        assertThat(mean(() -> dice.spread(0.6))).isBetween(0.97, 1.03);
        assertThat(mean(dice::normal)).isBetween(-0.03, 0.03);
        assertThat(mean(() -> StrictMath.log10((double) dice.logUniform(10, 1000))))
                .isBetween(1.95, 2.05);
    }

    private static double mean(java.util.function.DoubleSupplier draw) {
        return DoubleStream.generate(draw).limit(20_000).average().orElseThrow();
    }
}
