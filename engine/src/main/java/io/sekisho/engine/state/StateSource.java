package io.sekisho.engine.state;

/** Where the engine reads its state back from, in the order in which it was written. */
public interface StateSource {

    int takeInt();

    long takeLong();

    String takeText();

    /** Reads {@code values[from..to)}. */
    default void takeLongs(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = takeLong();
        }
    }
}
