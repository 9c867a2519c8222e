package io.sekisho.server.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.server.access.MovingTime;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.server.intake.Admission;
import io.sekisho.server.intake.Intakes;
import io.sekisho.server.platform.PrivateFile;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.privacy.EnvelopeKey;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.wire.journal.JournalOwner;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All that a server decides with, on a folder: opened, closed and opened again as a test wants it. */
final class Station implements AutoCloseable {

    /** So much room that the disk is never short. */
    static final long ROOM = 1L << 40;

    static final long LEAST_ROOM = 1L << 20;

    private static final long STEP_NANOS = Duration.ofSeconds(1).toNanos();

    final MovingTime time = new MovingTime("2023-09-13T00:00:00Z");
    final AtomicLong room = new AtomicLong(ROOM);
    final PolicyShelf shelf;
    final Intakes intakes;
    final Decider.Surroundings around;
    final Journals journals;
    private final CustomerKeys customers;
    private final Path folder;
    private @Nullable Decisions decisions;

    Station(Path folder) throws IOException {
        this.folder = folder;
        Path secrets = folder.resolve("secrets");
        PrivateFile.createFolder(secrets);
        SecureRandom random = new SecureRandom();
        EnvelopeKey envelope = EnvelopeKey.open(null, secrets.resolve("envelope.json"));
        ShopKeys keys = ShopKeys.open(secrets.resolve("shop.keys"), envelope, random);
        this.customers = new CustomerKeys(secrets.resolve("customers.keys"), envelope, random);
        this.shelf = new PolicyShelf(folder.resolve("policy"), keys);
        this.intakes = new Intakes(keys, customers);
        this.journals = new Journals(folder.resolve("journal"), new JournalOwner("default", keys.keyId()), shelf);
        // Every look at it is a second later: whoever looks now and then looks anew.
        AtomicLong nanos = new AtomicLong();
        this.around = new Decider.Surroundings(
                customers,
                new DiskRoom(room::get, LEAST_ROOM, () -> nanos.addAndGet(STEP_NANOS)),
                new DecisionMeters(new SimpleMeterRegistry()),
                time,
                nanos::get);
    }

    /** A station whose decisions are taken by that policy unless another is live. */
    static Station deciding(Path folder, Path policy) throws IOException {
        Station station = new Station(folder);
        station.start(policy, false);
        return station;
    }

    void start(Path policy, boolean isForced) throws IOException {
        decisions = new Decisions(journals, choice(policy, isForced), shelf, around);
    }

    Journals.Choice choice(Path policy, boolean isForced) {
        return new Journals.Choice(shelf.put(policy), isForced, time.millis(), "test");
    }

    Path journal() {
        return folder.resolve("journal");
    }

    Decisions decisions() {
        if (decisions == null) {
            throw new IllegalStateException("Not started");
        }
        return decisions;
    }

    Admission.Accepted admit(String json) {
        Admission admission = intakes.with(intake -> intake.read(json.getBytes(UTF_8), null, "key"));
        if (admission instanceof Admission.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError(json + " was refused: " + admission);
    }

    /** What becomes of one event. */
    Receipt.Fate sends(String json) {
        return ((Receipt.Done) sendsAll(false, json)).fates().getFirst();
    }

    /** What becomes of a batch. */
    Receipt sendsAll(boolean isWhole, String... events) {
        return within(submitted(decisions()::submit, isWhole, events));
    }

    CompletableFuture<Receipt> submitted(java.util.function.Consumer<Command> to, boolean isWhole, String... events) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        List<Admission.Accepted> admitted =
                List.of(events).stream().map(this::admit).toList();
        to.accept(new Command.Accept(admitted, isWhole, Treatment.DECIDED, 0, receipt::complete));
        return receipt;
    }

    Receipt changes(String request, String list, String value, boolean isAddition) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        decisions().submit(new Command.Change(change(request, list, value, isAddition), receipt::complete));
        return within(receipt);
    }

    /** The body of a request is all that it asks for. */
    ListChanged change(String request, String list, String value, boolean isAddition) {
        Fingerprint identity = new Fingerprint(request.hashCode(), 1);
        Fingerprint body = new Fingerprint((list + value + isAddition).hashCode(), 2);
        return new ListChanged(
                identity, body, time.millis(), "test", list, isAddition, value, Sealed.NONE, Long.MAX_VALUE, "");
    }

    /** All that the engine remembers. */
    List<Object> state() {
        return decisions().ask(Station::state);
    }

    static List<Object> state(Engine engine) {
        StateTape tape = new StateTape();
        engine.writeTo(tape);
        return tape.cells();
    }

    static <T> T within(CompletableFuture<T> answer) {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("There was no answer", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    void stop() {
        if (decisions != null) {
            decisions.close();
            decisions = null;
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        customers.close();
    }
}
