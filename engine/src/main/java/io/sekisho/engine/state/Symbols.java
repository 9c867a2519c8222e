package io.sekisho.engine.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Words, each with a number of its own, so that keys and values are compared exactly and stored as ints.
 *
 * <p>Numbers are given in the order of first sight, from 0. Words are never forgotten. Owned by one thread.
 */
public final class Symbols {

    /** What {@link #find} answers for a word never seen. */
    public static final int NONE = -1;

    private static final int FIRST_CAPACITY = 1024;

    private @Nullable String[] words = new String[FIRST_CAPACITY];
    private int[] table = emptyTable(FIRST_CAPACITY * 2);
    private int size;

    public int size() {
        return size;
    }

    /** The number of the word, new if it was never seen. */
    public int of(String word) {
        int place = placeOf(word);
        if (table[place] != NONE) {
            return table[place];
        }
        table[place] = size;
        return add(word);
    }

    /** The number of the word, or {@link #NONE}. */
    public int find(String word) {
        return table[placeOf(word)];
    }

    /** The word of that number. */
    public String word(int symbol) {
        String word = words[symbol];
        if (word == null) {
            throw new IllegalArgumentException("No word has the number " + symbol);
        }
        return word;
    }

    public void writeTo(StateSink sink) {
        sink.putInt(size);
        for (int i = 0; i < size; i++) {
            sink.putText(word(i));
        }
    }

    public static Symbols readFrom(StateSource source) {
        Symbols symbols = new Symbols();
        int count = source.takeInt();
        for (int i = 0; i < count; i++) {
            symbols.of(source.takeText());
        }
        return symbols;
    }

    private int add(String word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = word;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private int placeOf(String word) {
        int mask = table.length - 1;
        int place = spread(word.hashCode()) & mask;
        while (table[place] != NONE && !word.equals(words[table[place]])) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        table = emptyTable(table.length * 2);
        for (int i = 0; i < size; i++) {
            table[placeOf(word(i))] = i;
        }
    }

    private static int[] emptyTable(int capacity) {
        int[] table = new int[capacity];
        Arrays.fill(table, NONE);
        return table;
    }

    private static int spread(int hash) {
        return hash * 0x9E3779B9 ^ (hash >>> 15);
    }
}
