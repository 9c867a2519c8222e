package io.sekisho.server.audit;

import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the chain from the first entry on and stops at the first that does not fit. Owned by one thread. */
final class ChainReader implements AutoCloseable {

    private final JournalCursor records;
    private final Optional<Head> head;
    private byte[] previous = Link.start();
    private long number;
    private Optional<String> difference = Optional.empty();

    private ChainReader(JournalCursor records, Optional<Head> head) {
        this.records = records;
        this.head = head;
    }

    static ChainReader open(Path folder) throws IOException {
        // Read before the records: what is written meanwhile only makes the file longer than this.
        Optional<Head> head = Head.read(folder, Head.WRITTEN);
        Files.createDirectories(folder);
        return new ChainReader(Journal.read(folder), head);
    }

    /** The next entry; empty at the end and where one does not fit, which {@link #difference} then tells. */
    Optional<Link> next() throws IOException {
        Optional<JournalCursor.Numbered> record = difference.isPresent() ? Optional.empty() : records.following();
        if (record.isEmpty()) {
            difference = difference.or(this::atTheEnd);
            return Optional.empty();
        }
        Optional<Link> link = Link.read(record.get().payload());
        difference = link.isEmpty()
                ? Optional.of("Entry " + (number + 1) + " of the file is not an entry.")
                : whatIsWrong(link.get());
        if (difference.isPresent()) {
            return Optional.empty();
        }
        number++;
        previous = link.get().hash();
        return link;
    }

    /** What does not fit, if anything does not; known once {@link #next} has come to the end. */
    Optional<String> difference() {
        return difference;
    }

    /** How many fitted. */
    long number() {
        return number;
    }

    byte[] hash() {
        return previous.clone();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private Optional<String> whatIsWrong(Link link) {
        long expected = number + 1;
        if (link.entry().number() != expected) {
            return Optional.of("Where entry " + expected + " of the file should be stands entry "
                    + link.entry().number() + ".");
        }
        if (!link.follows(previous)) {
            return Optional.of("Entry " + expected + " of the file was altered: its hash does not fit.");
        }
        boolean isHead = head.isPresent() && head.get().number() == expected;
        return isHead && !head.get().hash().equals(link.hashHex())
                ? Optional.of("Entry " + expected + " of the file is another than " + Head.WRITTEN + " remembers.")
                : Optional.empty();
    }

    private Optional<String> atTheEnd() {
        if (head.isEmpty()) {
            return number == 0
                    ? Optional.empty()
                    : Optional.of(Head.WRITTEN + " is missing, and with it the proof that the file is whole.");
        }
        return head.get().number() > number
                ? Optional.of("Entry " + (number + 1) + " of the file is missing or cannot be read; "
                        + (head.get().number() == Long.MAX_VALUE
                                ? Head.WRITTEN + " is damaged."
                                : "there were " + head.get().number() + "."))
                : Optional.empty();
    }
}
