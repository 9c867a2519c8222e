package io.sekisho.simulator;

import io.sekisho.simulator.world.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Who plays a part: each part takes accounts by a hash of its own, and no account takes two.
 *
 * <p>A part that is added takes its accounts from those that had none or come after, and leaves all others' traffic as
 * it was.
 */
final class Cast {
    private final long seed;
    private final boolean[] taken;

    Cast(long seed, int accounts) {
        this.seed = seed;
        taken = new boolean[accounts];
    }

    private record Rank(long lot, int number) {}

    /** Takes up to so many accounts for a part, of those that may play it. */
    List<Integer> take(String part, int wanted, IntPredicate eligible) {
        List<Rank> ranks = new ArrayList<>();
        for (int number = 0; number < taken.length; number++) {
            if (!taken[number] && eligible.test(number)) {
                ranks.add(new Rank(Dice.of(seed, "cast-" + part, number).bits(), number));
            }
        }
        ranks.sort(Comparator.comparingLong(Rank::lot).thenComparingInt(Rank::number));
        List<Integer> chosen = ranks.stream().limit(wanted).map(Rank::number).toList();
        chosen.forEach(number -> taken[number] = true);
        return chosen;
    }
}
