package io.sekisho.simulator.world;

import java.util.List;

/**
 * A seeded generator whose numbers depend on the seed alone, not on the JDK. Not thread-safe: one actor owns it.
 *
 * <p>SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), written out because the bounded draws of the JDK's generators are not
 * specified from release to release, and the same arguments must give the same bytes.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        state = seed;
    }

    /** Dice of one actor: other purposes and other indices give unrelated numbers. */
    public static Dice of(long seed, String purpose, long index) {
        long mixed = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed * 31 + purpose.charAt(i));
        }
        return new Dice(mix(mixed ^ mix(index + GOLDEN_GAMMA)));
    }

    /** A well mixed 64-bit hash of a number. */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double fraction() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return (int) (fraction() * bound);
    }

    /** Uniform in [from, to). */
    public long between(long from, long to) {
        return from + (long) (fraction() * (to - from));
    }

    /** Between the two positive ends, each order of magnitude equally likely: how long people take for things. */
    public long logUniform(long from, long to) {
        double low = StrictMath.log((double) from);
        return (long) StrictMath.exp(low + fraction() * (StrictMath.log((double) to) - low));
    }

    /** Standard normal, by Box and Muller. */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * StrictMath.PI * fraction());
    }

    /** Log-normal with mean 1: how unlike each other customers are. */
    public double spread(double sigma) {
        return StrictMath.exp(sigma * normal() - sigma * sigma / 2);
    }

    /** Poisson, by Knuth's product; meant for means of a few at most. */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = fraction(); product > limit; product *= fraction()) {
            count++;
        }
        return count;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
