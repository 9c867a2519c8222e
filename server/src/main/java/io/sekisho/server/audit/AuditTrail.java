package io.sekisho.server.audit;

import io.sekisho.server.platform.PrivateFile;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalOwner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only record of every change and every look at a customer: what {@link #append} has returned for is on the
 * disk. Safe for all threads.
 */
public final class AuditTrail implements AutoCloseable {

    /*
     * One thread owns the file. It takes whatever waits, chains it, writes it and syncs once for all: so many looks a second
     * cost as many syncs as the disk does, not as there are looks, and each waits for one sync at most beside its own. After
     * the entries the head is replaced, and only then are those who wait answered: a crash in between leaves the file
     * longer than the head says, which is no loss.
     *
     * At MOST_WAITING whoever comes next waits for a place; without one within LONGEST_WAIT, and after the disk has failed
     * once, nothing that has to be audited is done any more: it fails with UnavailableException. Deciding is not audited
     * entry by entry, and goes on.
     */
    private static final int MOST_WAITING = 4_096;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_DETAILS = 20;
    private static final int LONGEST_TEXT = 300;
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final Path folder;
    private final InstantSource time;
    private final Journal journal;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = Thread.ofPlatform().daemon().name("audit").unstarted(this::write);

    /** Of the entry written last; the writer's own. */
    private byte[] previous;

    private volatile long lastNumber;
    private volatile boolean isBroken;
    private volatile boolean isClosing;

    private AuditTrail(Path folder, InstantSource time, Journal journal, byte[] previous) {
        this.folder = folder;
        this.time = time;
        this.journal = journal;
        this.previous = previous;
        this.lastNumber = journal.lastNumber();
    }

    /** Somebody who waits for an entry to be durable. */
    private record Waiting(
            String actor,
            String action,
            String subject,
            Map<String, String> details,
            CompletableFuture<AuditEntry> done) {}

    /**
     * Opens the trail in a folder, or begins one. Nobody else may have it open.
     *
     * @throws UnavailableException if the file is damaged, or shorter than was answered for: nothing is cut off or repaired
     */
    public static AuditTrail open(Path folder, String shopId, InstantSource time) throws IOException {
        PrivateFile.createFolder(folder);
        byte[] last = intact(folder);
        AuditTrail trail = new AuditTrail(folder, time, Journal.open(folder, new JournalOwner(shopId, "none")), last);
        trail.journal
                .repair()
                .ifPresent(repair -> LOG.atWarn().addKeyValue("repair", repair).log("Audit log repaired"));
        trail.writer.start();
        return trail;
    }

    /**
     * Adds an entry and waits until it is durable.
     *
     * @param actor {@code key:ID}, {@code staff:ID} or {@link AuditEntry#SYSTEM}
     * @param subject as {@code kind:ID}
     * @param details ids and codes only
     * @throws UnavailableException if it could not be made durable; what it is about must then not be done or answered
     */
    public AuditEntry append(String actor, AuditAction action, String subject, Map<String, String> details) {
        if (details.size() > MOST_DETAILS) {
            throw new IllegalArgumentException("An entry holds at most " + MOST_DETAILS + " details");
        }
        Waiting waiting = new Waiting(
                bounded(actor), action.word(), bounded(subject), bounded(details), new CompletableFuture<>());
        try {
            if (isBroken || isClosing || !queue.offer(waiting, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable();
            }
            return waiting.done().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new UnavailableException("audit", "The audit log cannot be written", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("audit", "The audit log was not waited for", interrupted);
        }
    }

    /** Number of the last entry that is durable; 0 before the first. */
    public long lastNumber() {
        return lastNumber;
    }

    Path folder() {
        return folder;
    }

    /** Writes what waits, and lets go of the file. */
    @Override
    public void close() throws IOException {
        isClosing = true;
        try {
            writer.join(LONGEST_WAIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        journal.close();
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (!isClosing || !queue.isEmpty()) {
                Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch);
                    write(batch);
                    batch.clear();
                }
            }
        } catch (IOException failed) {
            isBroken = true;
            LOG.atError()
                    .setCause(failed)
                    .log("The audit log cannot be written; nothing that needs it is done any more");
            queue.drainTo(batch);
            batch.forEach(waiting -> waiting.done().completeExceptionally(failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> batch) throws IOException {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Link> links = new ArrayList<>(batch.size());
        byte[] last = previous;
        for (Waiting waiting : batch) {
            Link link = Link.after(last, entry(waiting, journal.lastNumber() + 1, now));
            journal.append(link.payload());
            links.add(link);
            last = link.hash();
        }
        journal.commit();
        Head.of(links.getLast()).write(folder, Head.WRITTEN);
        previous = last;
        lastNumber = journal.lastNumber();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).done().complete(links.get(i).entry());
        }
    }

    private static AuditEntry entry(Waiting waiting, long number, Instant at) {
        return new AuditEntry(number, at, waiting.actor(), waiting.action(), waiting.subject(), waiting.details());
    }

    /** The hash of the last entry, once all were found to fit; a damaged file is not opened, since that would cut it. */
    private static byte[] intact(Path folder) throws IOException {
        try (ChainReader chain = ChainReader.open(folder)) {
            while (chain.next().isPresent()) {
                // Only whether all fit matters.
            }
            if (chain.difference().isPresent()) {
                throw new UnavailableException(
                        "audit",
                        "The audit log in " + folder + " is damaged: "
                                + chain.difference().get()
                                + " Keep the folder as evidence: restore it from a copy, or move it away and a new"
                                + " log is begun.");
            }
            return chain.hash();
        }
    }

    private static UnavailableException unavailable() {
        return new UnavailableException(
                "audit", "The audit log cannot be written now, and without it this is not done; see the server's log.");
    }

    private static Map<String, String> bounded(Map<String, String> details) {
        Map<String, String> bounded = new TreeMap<>();
        details.forEach((name, value) -> bounded.put(bounded(name), bounded(value)));
        return bounded;
    }

    /** What comes from outside is cut, and holds nothing that JSON or PostgreSQL cannot keep. */
    private static String bounded(String text) {
        String sound = text.replace('\0', ' ');
        String cut = sound.length() > LONGEST_TEXT ? sound.substring(0, LONGEST_TEXT) : sound;
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
