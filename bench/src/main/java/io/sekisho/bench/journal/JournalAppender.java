package io.sekisho.bench.journal;

import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalOwner;
import java.io.IOException;
import java.nio.file.Path;

/** The journal that decisions are written to. */
final class JournalAppender implements Appender {

    private final Journal journal;

    JournalAppender(Path folder) {
        this.journal = Journal.open(folder, new JournalOwner("bench", "none"));
    }

    @Override
    public void append(byte[] payload) throws IOException {
        journal.append(payload);
    }

    @Override
    public void commit() throws IOException {
        journal.commit();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
