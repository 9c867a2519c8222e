package io.sekisho.server.decision;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.decision.SeenEvents.Sight;
import io.sekisho.server.intake.Admission;
import io.sekisho.server.platform.Ticker;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that decides. */
final class Decider implements Runnable {

    /*
     * Commands wait in one queue. The thread takes all that wait, lets engine and journal have them in order, makes the journal
     * durable once for all of them, and only then answers: so a batch is as large as what came in during the last fsync, two
     * simultaneous orders always see each other, and no answer tells of what a crash could undo.
     *
     * When the journal fails, nobody knows what the disk holds: the batch is refused, and journal and engine are opened anew
     * from what is there. An event that was refused may then turn out to have been written; sent again, it gets the decision
     * that stands there.
     */
    static final int MOST_WAITING = 8_192;

    private static final int MOST_COMMANDS_A_BATCH = 1_024;
    private static final int MOST_QUARANTINED = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Decider.class);

    /** Opens the ledger, again after a failure. */
    interface LedgerSource {
        Ledger open() throws IOException;
    }

    /** What the deciding thread stands on. */
    record Surroundings(
            CustomerKeys customers, DiskRoom disk, DecisionMeters meters, InstantSource time, Ticker ticker) {}

    private final LedgerSource source;
    private final Surroundings around;
    private final BlockingQueue<Command> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Fingerprint> quarantined = new HashSet<>();
    private final List<Runnable> replies = new ArrayList<>();
    private Ledger ledger;
    private @Nullable Fingerprint atHand;
    private volatile long committed;
    private volatile int words;
    private volatile @Nullable Unavailability unavailability;
    private volatile boolean isStopping;
    private volatile boolean hasEnded;

    /** How many commands of the batch are done with. */
    private int performed;

    /** With a ledger that is open already. */
    Decider(Ledger ledger, LedgerSource source, Surroundings around) {
        this.ledger = ledger;
        this.source = source;
        this.around = around;
        this.committed = ledger.journal().lastNumber();
    }

    /** Takes the command in its turn, or refuses it at once. */
    void submit(Command command) {
        Unavailability reason = isStopping ? Unavailability.STOPPING : unavailability;
        if (reason != null) {
            command.refuse(reason);
            return;
        }
        int weight = command.weight();
        if (waiting.addAndGet(weight) > MOST_WAITING || !queue.offer(command)) {
            waiting.addAndGet(-weight);
            around.meters().refused();
            command.refuse(Unavailability.QUEUE_FULL);
        } else if (hasEnded && queue.remove(command)) {
            command.refuse(Unavailability.STOPPING);
        }
    }

    /** Number of the last record that is durable. */
    long committed() {
        return committed;
    }

    int words() {
        return words;
    }

    int waiting() {
        return waiting.get();
    }

    /** Why nothing is decided just now; null while all is well. */
    @Nullable
    Unavailability unavailability() {
        return hasEnded && !isStopping ? Unavailability.ENGINE_FAILED : unavailability;
    }

    /** Lets what waits be decided, then ends. */
    void stop() {
        isStopping = true;
    }

    @Override
    public void run() {
        List<Command> batch = new ArrayList<>(MOST_COMMANDS_A_BATCH);
        try {
            while (!isStopping || !queue.isEmpty()) {
                fill(batch);
                if (!batch.isEmpty()) {
                    serve(batch);
                    batch.clear();
                }
            }
            ledger.journal().close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            LOG.atError().setCause(failed).log("The journal could not be closed; what was answered is in it");
        } finally {
            end();
        }
    }

    /** Whoever comes after this finds that nobody takes what he put into the queue. */
    private void end() {
        hasEnded = true;
        List<Command> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(command -> refuse(command, Unavailability.STOPPING));
    }

    private void fill(List<Command> batch) throws InterruptedException {
        Command first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        batch.add(first);
        queue.drainTo(batch, MOST_COMMANDS_A_BATCH - 1);
        batch.forEach(command -> waiting.addAndGet(-command.weight()));
    }

    private void serve(List<Command> batch) throws InterruptedException {
        if (around.disk().isShort()) {
            unlessAsking(batch, Unavailability.JOURNAL_FAILED);
            return;
        }
        replies.clear();
        performed = 0;
        atHand = null;
        try {
            long started = around.ticker().nanos();
            long now = around.time().millis();
            for (Command command : batch) {
                perform(command, now);
                performed++;
            }
            around.customers().flush();
            ledger.journal().commit();
            committed = ledger.journal().lastNumber();
            words = ledger.engine().words();
            around.meters().batch(batch.size(), around.ticker().nanos() - started);
        } catch (IOException failed) {
            LOG.atError().setCause(failed).log("The journal cannot be written; decisions are refused until it can");
            breakDown(batch, Unavailability.JOURNAL_FAILED);
            return;
        } catch (RuntimeException | StackOverflowError bug) {
            // The edge of this thread. The engine may stand half-way through an event, so it is built anew without it.
            LOG.atError().setCause(bug).log("The engine failed; it is rebuilt, and the event at hand is kept out");
            quarantine();
            breakDown(batch, Unavailability.ENGINE_FAILED);
            return;
        }
        replies.forEach(Decider::reply);
    }

    /** A reply that fails concerns its own request alone. */
    private static void reply(Runnable reply) {
        try {
            reply.run();
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("An answer could not be given");
        }
    }

    private void perform(Command command, long now) throws IOException {
        switch (command) {
            case Command.Accept accept -> {
                Receipt receipt = accept(accept, now);
                replies.add(() -> accept.reply().accept(receipt));
            }
            case Command.Change change -> {
                Receipt receipt = new Receipt.Done(List.of(ledger.change(change.change())));
                replies.add(() -> change.reply().accept(receipt));
            }
            case Command.Ask ask -> ask.question().accept(ledger.engine());
        }
    }

    private Receipt accept(Command.Accept command, long now) throws IOException {
        List<Integer> conflicts = command.isWhole() ? conflicts(command.events()) : List.of();
        if (!conflicts.isEmpty()) {
            return new Receipt.Conflicting(conflicts);
        }
        if (!quarantined.isEmpty()
                && command.events().stream().anyMatch(event -> quarantined.contains(event.identity()))) {
            return new Receipt.Refused(Unavailability.ENGINE_FAILED);
        }
        List<Receipt.Fate> fates = new ArrayList<>(command.events().size());
        for (Admission.Accepted event : command.events()) {
            atHand = event.identity();
            fates.add(ledger.take(event, command.treatment(), timing(event, command, now)));
        }
        atHand = null;
        return new Receipt.Done(fates);
    }

    private Ledger.Timing timing(Admission.Accepted event, Command.Accept command, long now) {
        return command.treatment() == Treatment.HISTORY
                ? new Ledger.Timing(event.entry().receivedMillis(), 0)
                : new Ledger.Timing(now, (around.ticker().nanos() - command.receivedNanos()) / 1_000);
    }

    /** Before anything is accepted; two of the same batch may conflict with each other, too. */
    private List<Integer> conflicts(List<Admission.Accepted> events) {
        List<Integer> conflicts = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Sight sight = ledger.look(events.get(i));
            if (sight == Sight.CONFLICTING || (sight == Sight.NEW && conflictsWithin(events, i))) {
                conflicts.add(i);
            }
        }
        return conflicts;
    }

    private static boolean conflictsWithin(List<Admission.Accepted> events, int index) {
        Admission.Accepted event = events.get(index);
        for (int i = 0; i < index; i++) {
            Admission.Accepted earlier = events.get(i);
            if (earlier.identity().equals(event.identity())) {
                return !earlier.entry().body().equals(event.entry().body());
            }
        }
        return false;
    }

    /** Beyond the bound the oldest are not let go: that many failures are for a person to look at. */
    private void quarantine() {
        if (atHand != null && quarantined.size() < MOST_QUARANTINED) {
            quarantined.add(atHand);
        }
    }

    private void breakDown(List<Command> batch, Unavailability reason) throws InterruptedException {
        unavailability = reason == Unavailability.ENGINE_FAILED ? Unavailability.REBUILDING : reason;
        for (int i = 0; i < batch.size(); i++) {
            refuse(batch.get(i), i, reason);
        }
        refuseWaiting();
        abandon();
        while (!reopened() && !isStopping) {
            refuseWaiting();
            waitASecond();
        }
        unavailability = null;
    }

    /** Only what the engine failed on is kept out; a question that was answered needs no other answer. */
    private void refuse(Command command, int index, Unavailability reason) {
        boolean isAnswered = command instanceof Command.Ask && index < performed;
        if (!isAnswered) {
            boolean isToBlame = index == performed || reason != Unavailability.ENGINE_FAILED;
            refuse(command, isToBlame ? reason : Unavailability.REBUILDING);
        }
    }

    private static void refuse(Command command, Unavailability reason) {
        reply(() -> command.refuse(reason));
    }

    /** Meanwhile what comes in is refused at once. */
    private void waitASecond() throws InterruptedException {
        Command command = queue.poll(1, TimeUnit.SECONDS);
        if (command != null) {
            waiting.addAndGet(-command.weight());
            refuse(command, Unavailability.REBUILDING);
        }
    }

    private boolean reopened() {
        try {
            if (around.disk().isShort()) {
                return false;
            }
            ledger = source.open();
            committed = ledger.journal().lastNumber();
            LOG.atInfo().addKeyValue("records", committed).log("The journal is open again; decisions go on");
            return true;
        } catch (IOException | RuntimeException failed) {
            LOG.atError().setCause(failed).log("The journal could not be opened anew; it is tried again");
            return false;
        }
    }

    private void abandon() {
        try {
            ledger.journal().abandon();
        } catch (IOException failed) {
            LOG.atWarn().setCause(failed).log("The broken journal could not be let go of");
        }
    }

    private void refuseWaiting() {
        List<Command> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(command -> waiting.addAndGet(-command.weight()));
        unlessAsking(rest, Unavailability.REBUILDING);
    }

    /** Questions change nothing, and the engine can still answer them where it stands. */
    private void unlessAsking(List<Command> commands, Unavailability reason) {
        for (Command command : commands) {
            if (command instanceof Command.Ask ask && unavailability == null) {
                reply(() -> ask.question().accept(ledger.engine()));
            } else {
                refuse(command, reason);
            }
        }
    }
}
