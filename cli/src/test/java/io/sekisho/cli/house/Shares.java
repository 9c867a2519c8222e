package io.sekisho.cli.house;

import java.util.Collection;

/** Quantiles of sizes, by nearest rank. */
final class Shares {

    private Shares() {}

    /** The smallest size that at least {@code percent} of all sizes do not pass. */
    static int quantile(Collection<Integer> sizes, int percent) {
        int[] sorted = sizes.stream().mapToInt(Integer::intValue).sorted().toArray();
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }
}
