package io.sekisho.server.decision;

import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.policy.Policy;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.wire.journal.JournalReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The decisions of this server: the thread that takes them, and the journal in which they stand. Safe for all threads. */
public final class Decisions implements AutoCloseable {

    private static final long MOST_WAIT_SECONDS = 5;
    private static final long STOP_SECONDS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private final Journals journals;
    private final Journals.Choice choice;
    private final PolicyShelf shelf;
    private final DecisionTexts texts;
    private final DecisionLog log;
    private final Decider decider;
    private final Thread thread;
    private volatile Ledger ledger;
    private volatile List<Long> differences = List.of();

    Decisions(Journals journals, Journals.Choice choice, PolicyShelf shelf, Decider.Surroundings around)
            throws IOException {
        this.journals = journals;
        this.choice = choice;
        this.shelf = shelf;
        this.texts = new DecisionTexts(shelf);
        this.ledger = open();
        this.log = new DecisionLog(this::newReader);
        this.decider = new Decider(ledger, this::open, around);
        this.thread = Thread.ofPlatform().name("decider").start(decider);
    }

    /** Number of the last record of the journal that is durable. */
    public long committed() {
        return decider.committed();
    }

    /** A reader of the journal for one thread; after the journal was opened anew it may show what was cut off. */
    public JournalReader newReader() {
        return ledger.journal().reader();
    }

    /** Reads single records. */
    public DecisionLog log() {
        return log;
    }

    /** The policy that decides. */
    public Policy livePolicy() {
        return shelf.policy(ledger.policyId());
    }

    long livePolicyId() {
        return ledger.policyId();
    }

    /** The policy of that id, which is on the shelf if a record names it. */
    public Policy policy(long policyId) {
        return shelf.policy(policyId);
    }

    /** Numbers of the records that the engine would decide otherwise today, as seen at the start; at most a hundred. */
    public List<Long> differences() {
        return differences;
    }

    /** Why nothing is decided just now; null while all is well. */
    public @Nullable Unavailability unavailability() {
        return decider.unavailability();
    }

    /** How many events wait to be decided. */
    public int waiting() {
        return decider.waiting();
    }

    /** Bytes of the journal's segment that is being written. */
    public long segmentBytes() {
        return ledger.journal().segmentBytes();
    }

    /** Distinct keys and values that the engine remembers, as seen at the last batch. */
    int words() {
        return decider.words();
    }

    ListCatalog lists() {
        return ledger.lists();
    }

    DecisionTexts texts() {
        return texts;
    }

    void submit(Command command) {
        decider.submit(command);
    }

    /**
     * Asks the engine between two events.
     *
     * @throws UnavailableException if it does not answer in time
     */
    <T> T ask(Function<Engine, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        submit(new Command.Ask(engine -> complete(answer, engine, question), refusal(answer)));
        return await(answer);
    }

    /**
     * Has a command done, and waits until it is durable.
     *
     * @throws UnavailableException if that does not happen in time; it may happen later
     */
    Receipt perform(Function<Consumer<Receipt>, Command> command) {
        CompletableFuture<Receipt> answer = new CompletableFuture<>();
        submit(command.apply(answer::complete));
        Receipt receipt = await(answer);
        if (receipt instanceof Receipt.Refused refused) {
            throw new UnavailableException("decisions", refused.reason().detail());
        }
        return receipt;
    }

    /** Lets what waits be decided, and closes the journal. */
    @Override
    public void close() {
        decider.stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Ledger open() throws IOException {
        Journals.Opened opened = journals.open(choice, Decisions::progress);
        opened.repair().ifPresent(repair -> LOG.atWarn().log(repair));
        differences = opened.differences();
        if (!differences.isEmpty()) {
            LOG.atError()
                    .addKeyValue("records", differences)
                    .log("The engine decides recorded events otherwise than they were decided; see ./sekisho verify");
        }
        ledger = opened.ledger();
        return opened.ledger();
    }

    private static void progress(long number) {
        if (number % 200_000 == 0) {
            LOG.atInfo().addKeyValue("records", number).log("Rebuilding the state from the journal");
        }
    }

    private static <T> void complete(CompletableFuture<T> answer, Engine engine, Function<Engine, T> question) {
        try {
            answer.complete(question.apply(engine));
        } catch (RuntimeException failed) {
            // It is the asker's question that failed, not the thread.
            answer.completeExceptionally(failed);
        }
    }

    private static Consumer<Unavailability> refusal(CompletableFuture<?> answer) {
        return reason -> answer.completeExceptionally(new UnavailableException("decisions", reason.detail()));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(MOST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new UnavailableException("decisions", "The deciding thread did not answer in time.", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("decisions", "The server is stopping.", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnavailableException known) {
                throw known;
            }
            throw new IllegalStateException("A question to the engine failed", failed.getCause());
        }
    }
}
