package io.sekisho.engine.state;

/** Where the engine writes its state; what is behind it (a file, a socket, a byte array) is not the engine's business. */
public interface StateSink {

    void putInt(int value);

    void putLong(long value);

    void putText(String value);

    /** Writes {@code values[from..to)}, without their number. */
    default void putLongs(long[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            putLong(values[i]);
        }
    }
}
