package io.sekisho.bench.journal;

import java.io.IOException;

/** Something that records are added to and that makes them durable together. */
interface Appender extends AutoCloseable {

    void append(byte[] payload) throws IOException;

    /** Returns when everything appended so far would outlive a crash. */
    void commit() throws IOException;

    @Override
    void close() throws IOException;
}
