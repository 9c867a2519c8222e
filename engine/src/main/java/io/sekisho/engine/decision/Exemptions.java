package io.sekisho.engine.decision;

import io.sekisho.engine.rule.RuleDefinition.Cap;
import io.sekisho.engine.state.LongTable;
import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much each exempting rule has let through for each account, and when. Owned by one thread. */
final class Exemptions {

    private static final int PAIR = 2;

    private final LongTable keys;
    private final List<long[]> pairs;

    Exemptions() {
        this(new LongTable(), new ArrayList<>());
    }

    private Exemptions(LongTable keys, List<long[]> pairs) {
        this.keys = keys;
        this.pairs = pairs;
    }

    /** Lets the amount through, and remembers it, unless it would break the cap. */
    boolean grant(int rule, int account, long amount, Ask ask) {
        int known = keys.size();
        int slot = keys.of((long) rule << 32 | account);
        if (slot == known) {
            pairs.add(new long[0]);
        }
        long[] kept = young(pairs.get(slot), ask.millis() - ask.cap().windowMillis());
        // Not added up: an amount near the end of a long would come out negative, and pass.
        if (amount > ask.cap().sum() - sum(kept)) {
            return false;
        }
        long[] next = Arrays.copyOf(kept, kept.length + PAIR);
        next[kept.length] = ask.millis();
        next[kept.length + 1] = amount;
        pairs.set(slot, next);
        return true;
    }

    /** Under which cap, and when. */
    record Ask(Cap cap, long millis) {}

    void writeTo(StateSink sink) {
        keys.writeTo(sink);
        for (long[] kept : pairs) {
            sink.putInt(kept.length);
            sink.putLongs(kept, 0, kept.length);
        }
    }

    static Exemptions readFrom(StateSource source) {
        LongTable keys = LongTable.readFrom(source);
        List<long[]> pairs = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            long[] kept = new long[source.takeInt()];
            source.takeLongs(kept, 0, kept.length);
            pairs.add(kept);
        }
        return new Exemptions(keys, pairs);
    }

    /** Those after the time, wherever they stand: late orders are out of order. */
    private static long[] young(long[] kept, long millis) {
        long[] young = new long[kept.length];
        int size = 0;
        for (int i = 0; i < kept.length; i += PAIR) {
            if (kept[i] > millis) {
                young[size++] = kept[i];
                young[size++] = kept[i + 1];
            }
        }
        return Arrays.copyOf(young, size);
    }

    private static long sum(long[] kept) {
        long sum = 0;
        for (int i = 1; i < kept.length; i += PAIR) {
            sum += kept[i];
        }
        return sum;
    }
}
