package io.sekisho.engine.decision;

import io.sekisho.engine.state.LongTable;
import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The latest things of each account (its orders, or its codes), so that a decision can name what must be stopped with
 * it: at most {@link #MOST} of the last day, the oldest are let go. Owned by one thread.
 */
final class RecentThings {

    static final int MOST = 50;
    static final long SPAN_MILLIS = Duration.ofDays(1).toMillis();

    private static final int PAIR = 2;

    private final LongTable accounts;
    private final List<long[]> pairs;

    RecentThings() {
        this(new LongTable(), new ArrayList<>());
    }

    private RecentThings(LongTable accounts, List<long[]> pairs) {
        this.accounts = accounts;
        this.pairs = pairs;
    }

    void add(int account, int thing, long millis) {
        int known = accounts.size();
        int slot = accounts.of(account);
        if (slot == known) {
            pairs.add(new long[0]);
        }
        long[] kept = pairs.get(slot);
        int from = Math.max(firstYoung(kept, millis), kept.length / PAIR - (MOST - 1));
        long[] next =
                Arrays.copyOf(Arrays.copyOfRange(kept, from * PAIR, kept.length), kept.length - from * PAIR + PAIR);
        next[next.length - 2] = millis;
        next[next.length - 1] = thing;
        pairs.set(slot, next);
    }

    /** The account's things of the last day, oldest first, each once. */
    List<Integer> of(int account, long millis) {
        int slot = accounts.find(account);
        if (slot == LongTable.NONE) {
            return List.of();
        }
        List<Integer> things = new ArrayList<>();
        long[] kept = pairs.get(slot);
        for (int i = 0; i < kept.length; i += PAIR) {
            if (kept[i] > millis - SPAN_MILLIS && !things.contains((int) kept[i + 1])) {
                things.add((int) kept[i + 1]);
            }
        }
        return things;
    }

    void writeTo(StateSink sink) {
        accounts.writeTo(sink);
        for (long[] kept : pairs) {
            sink.putInt(kept.length);
            sink.putLongs(kept, 0, kept.length);
        }
    }

    static RecentThings readFrom(StateSource source) {
        LongTable accounts = LongTable.readFrom(source);
        List<long[]> pairs = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            long[] kept = new long[source.takeInt()];
            source.takeLongs(kept, 0, kept.length);
            pairs.add(kept);
        }
        return new RecentThings(accounts, pairs);
    }

    private static int firstYoung(long[] kept, long millis) {
        int first = 0;
        while (first * PAIR < kept.length && kept[first * PAIR] <= millis - SPAN_MILLIS) {
            first++;
        }
        return first;
    }
}
