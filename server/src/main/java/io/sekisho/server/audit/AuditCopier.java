package io.sekisho.server.audit;

import io.sekisho.server.platform.UnavailableException;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries the audit log into its table, in order, each entry once, whenever PostgreSQL is there. */
final class AuditCopier implements AutoCloseable {

    /*
     * Where to go on is asked of the table itself, in the transaction that goes on: what was committed is there, what was
     * not is not, whatever happened to this process in between. The number is the key of the table, so that a second copier
     * would fail rather than copy twice.
     */
    private static final int BATCH = 500;

    private static final long PAUSE_MILLIS = 1_000;
    private static final long LONGEST_STOP_MILLIS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(AuditCopier.class);

    private final AuditTrail trail;
    private final AuditTable table;
    private final TransactionTemplate transactions;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("audit-copier").unstarted(this::live);
    private Optional<JournalCursor> cursor = Optional.empty();
    private long cursorNumber;

    AuditCopier(AuditTrail trail, AuditTable table, TransactionTemplate transactions) {
        this.trail = trail;
        this.table = table;
        this.transactions = transactions;
    }

    void start() {
        thread.start();
    }

    /** Copies what is there; for the copier's own thread, or where it was not started. */
    void copy() throws IOException {
        while (copyBatch() == BATCH) {
            // There may be more.
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        try {
            thread.join(LONGEST_STOP_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void live() {
        boolean isLast = false;
        while (!isLast) {
            isLast = isClosing();
            try {
                copy();
            } catch (UnavailableException | DataAccessException | TransactionException away) {
                LOG.atDebug().setCause(away).log("PostgreSQL is away; the audit log is copied later");
            } catch (IOException unreadable) {
                LOG.atError().setCause(unreadable).log("The audit log cannot be copied; it is tried again");
            }
        }
    }

    private boolean isClosing() {
        try {
            return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private int copyBatch() throws IOException {
        long last = trail.lastNumber();
        if (last == 0) {
            return 0;
        }
        List<Link> copied = new ArrayList<>();
        try {
            transactions.executeWithoutResult(status -> {
                copied.addAll(read(table.lastNumber() + 1, last));
                table.add(copied);
            });
        } catch (UncheckedIOException unreadable) {
            throw new IOException("The file of the audit log cannot be read", unreadable);
        }
        if (!copied.isEmpty()) {
            Head.of(copied.getLast()).write(trail.folder(), Head.COPIED);
        }
        return copied.size();
    }

    private List<Link> read(long from, long last) {
        try {
            return readWhole(from, last);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Link> readWhole(long from, long last) throws IOException {
        List<Link> links = new ArrayList<>();
        if (from > last) {
            return links;
        }
        Optional<JournalCursor.Numbered> record = record(from);
        while (record.isPresent()) {
            links.add(Link.read(record.get().payload())
                    .orElseThrow(() -> new IOException("An entry of the audit log is damaged; run verify")));
            cursorNumber = record.get().number() + 1;
            boolean isMore = links.size() < BATCH && cursorNumber <= last;
            record = isMore ? record(cursorNumber) : Optional.empty();
        }
        return links;
    }

    /** No further than what is durable, so that no half record is met; a new segment needs a new cursor. */
    private Optional<JournalCursor.Numbered> record(long number) throws IOException {
        Optional<JournalCursor.Numbered> found =
                cursor.isPresent() && cursorNumber == number ? cursor.get().following() : Optional.empty();
        if (found.isEmpty()) {
            forget();
            JournalCursor fresh = Journal.read(trail.folder());
            cursor = Optional.of(fresh);
            found = fresh.seek(number);
        }
        return found;
    }

    private void forget() throws IOException {
        if (cursor.isPresent()) {
            cursor.get().close();
            cursor = Optional.empty();
        }
    }
}
