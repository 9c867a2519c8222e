package io.sekisho.engine.decision;

import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.util.OptionalLong;

/**
 * The identities of the events accepted so far, and of each the body and the number under which it was accepted; identity
 * and body as fingerprints of 128 bits. Nothing is forgotten; an event costs 80 bytes at most. Owned by one thread.
 */
public final class SeenEvents {

    private static final int FIRST_CAPACITY = 1024;
    private static final int WORDS = 5;
    private static final int NUMBER = 4;

    private long[] table = new long[FIRST_CAPACITY * WORDS];
    private int size;

    /** 128 bits of a digest; never all zero, which marks a free place. */
    public record Fingerprint(long high, long low) {
        public Fingerprint {
            low = high == 0 && low == 0 ? 1 : low;
        }
    }

    /** Whether an event is new. */
    public enum Sight {
        NEW,
        /** The same event with the same body. */
        REPEATED,
        /** The same identity, but another body. */
        CONFLICTING
    }

    /** Remembers the event under that number if it is new. */
    public Sight see(Fingerprint identity, Fingerprint body, long number) {
        int place = placeOf(identity.high(), identity.low());
        Sight sight = sightAt(place, body);
        if (sight == Sight.NEW) {
            put(place, identity, body, number);
        }
        return sight;
    }

    /** Whether the event is new; it is not remembered. */
    public Sight look(Fingerprint identity, Fingerprint body) {
        return sightAt(placeOf(identity.high(), identity.low()), body);
    }

    /** The number under which the event of that identity was remembered. */
    public OptionalLong numberOf(Fingerprint identity) {
        int place = placeOf(identity.high(), identity.low());
        return isFree(place) ? OptionalLong.empty() : OptionalLong.of(table[place + NUMBER]);
    }

    public int size() {
        return size;
    }

    void writeTo(StateSink sink) {
        sink.putInt(size);
        for (int place = 0; place < table.length; place += WORDS) {
            if (!isFree(place)) {
                sink.putLongs(table, place, place + WORDS);
            }
        }
    }

    static SeenEvents readFrom(StateSource source) {
        SeenEvents seen = new SeenEvents();
        int count = source.takeInt();
        long[] words = new long[WORDS];
        for (int i = 0; i < count; i++) {
            source.takeLongs(words, 0, WORDS);
            seen.see(new Fingerprint(words[0], words[1]), new Fingerprint(words[2], words[3]), words[NUMBER]);
        }
        return seen;
    }

    private Sight sightAt(int place, Fingerprint body) {
        if (isFree(place)) {
            return Sight.NEW;
        }
        boolean isSame = table[place + 2] == body.high() && table[place + 3] == body.low();
        return isSame ? Sight.REPEATED : Sight.CONFLICTING;
    }

    private void put(int place, Fingerprint identity, Fingerprint body, long number) {
        table[place] = identity.high();
        table[place + 1] = identity.low();
        table[place + 2] = body.high();
        table[place + 3] = body.low();
        table[place + NUMBER] = number;
        if (++size * WORDS * 4 > table.length * 3) {
            grow();
        }
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int from = 0; from < old.length; from += WORDS) {
            if (old[from] != 0 || old[from + 1] != 0) {
                int to = placeOf(old[from], old[from + 1]);
                System.arraycopy(old, from, table, to, WORDS);
            }
        }
    }

    /** The fingerprint is a digest already: its bits need no more mixing. */
    private int placeOf(long high, long low) {
        int places = table.length / WORDS;
        int place = (int) (high ^ low) & (places - 1);
        while (!isFree(place * WORDS) && (table[place * WORDS] != high || table[place * WORDS + 1] != low)) {
            place = (place + 1) & (places - 1);
        }
        return place * WORDS;
    }

    private boolean isFree(int place) {
        return table[place] == 0 && table[place + 1] == 0;
    }
}
