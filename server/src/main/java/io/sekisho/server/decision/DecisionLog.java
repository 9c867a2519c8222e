package io.sekisho.server.decision;

import io.sekisho.wire.journal.JournalException;
import io.sekisho.wire.journal.JournalReader;
import io.sekisho.wire.record.JournalRecord;
import io.sekisho.wire.record.RecordCodec;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Reads records of the journal by their number. May be shared by threads; a read waits for the disk. */
public final class DecisionLog {

    private final Supplier<JournalReader> readers;
    private final Queue<JournalReader> idle = new ConcurrentLinkedQueue<>();

    DecisionLog(Supplier<JournalReader> readers) {
        this.readers = readers;
    }

    /** The record of that number, which must be durable. */
    public JournalRecord read(long number) {
        JournalReader known = idle.poll();
        if (known != null) {
            try {
                return read(known, number);
            } catch (JournalException stale) {
                // The journal was opened anew since; what it cut off may still stand in this reader's buffer.
                idle.clear();
            }
        }
        return read(readers.get(), number);
    }

    private JournalRecord read(JournalReader reader, long number) {
        JournalRecord record = RecordCodec.read(reader.read(number));
        idle.add(reader);
        return record;
    }
}
