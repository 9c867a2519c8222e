package io.sekisho.server.decision;

import static io.sekisho.server.decision.Orders.gift;
import static io.sekisho.server.decision.Orders.login;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.server.intake.Admission;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the deciding thread does when something around it, or in it, fails. */
@Timeout(60)
final class DeciderFailureTest {

    @TempDir
    private Path temp;

    private final AtomicInteger openings = new AtomicInteger();
    private final AtomicInteger openingsToFail = new AtomicInteger();
    private Path policy;
    private Station station;
    private volatile Ledger ledger;
    private Decider decider;
    private Thread thread;

    @BeforeEach
    void start() throws IOException {
        policy = Policies.oneGift(temp.resolve("policy"));
        station = new Station(temp.resolve("data"));
        decider = new Decider(open(), this::open, station.around);
        thread = Thread.ofPlatform().start(decider);
    }

    @AfterEach
    void stop() throws Exception {
        decider.stop();
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(thread.isAlive()).isFalse();
        station.close();
    }

    private Ledger open() throws IOException {
        openings.incrementAndGet();
        if (openingsToFail.getAndDecrement() > 0) {
            throw new IOException("The disk is away");
        }
        ledger = station.journals
                .open(station.choice(policy, false), number -> {})
                .ledger();
        return ledger;
    }

    private CompletableFuture<Receipt> submits(String event) {
        return station.submitted(decider::submit, false, event);
    }

    private Receipt sends(String event) {
        return Station.within(submits(event));
    }

    /** Keeps the thread busy, so that all that is submitted meanwhile makes one batch. */
    private CountDownLatch hold() {
        CountDownLatch isHeld = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        decider.submit(new Command.Ask(
                engine -> {
                    isHeld.countDown();
                    await(release);
                },
                reason -> {}));
        await(isHeld);
        return release;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void assertIsFresh(Receipt receipt, long number) {
        assertThat(receipt).isInstanceOf(Receipt.Done.class);
        Receipt.Fate fate = ((Receipt.Done) receipt).fates().getFirst();
        assertThat(fate).isInstanceOf(Receipt.Fate.Fresh.class);
        assertThat(((Receipt.Fate.Fresh) fate).number()).isEqualTo(number);
    }

    /** All that the engine remembers is what it would if only these events had ever come in. */
    private void assertIsAsIfUninterrupted(String... events) throws IOException {
        CompletableFuture<List<Object>> state = new CompletableFuture<>();
        decider.submit(new Command.Ask(engine -> state.complete(Station.state(engine)), reason -> {}));
        Path other = temp.resolve("other");
        Files.createDirectories(other.resolve("secrets"));
        for (String file : List.of("envelope.json", "shop.keys")) {
            Files.copy(temp.resolve("data/secrets/" + file), other.resolve("secrets/" + file));
        }
        try (Station uninterrupted = Station.deciding(other, policy)) {
            List.of(events).forEach(uninterrupted::sends);
            assertThat(Station.within(state)).isEqualTo(uninterrupted.state());
        }
    }

    /** An event that no reader lets through: of a type whose own fields it lacks. */
    private Admission.Accepted poison() {
        Admission.Accepted sound = station.admit(login("poison", "a1"));
        Event event = sound.event();
        Event broken = new Event(
                event.id(),
                event.source(),
                EventType.CREDENTIAL_ADDED,
                "credential.added",
                event.timeMillis(),
                0,
                event.receivedMillis(),
                event.context(),
                new Detail.Custom(),
                event.data());
        return new Admission.Accepted(broken, sound.identity(), sound.entry());
    }

    private CompletableFuture<Receipt> submits(Admission.Accepted event) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        decider.submit(new Command.Accept(List.of(event), false, Treatment.DECIDED, 0, receipt::complete));
        return receipt;
    }

    @Test
    void whatFindsNoRoomInTheQueueIsRefusedAndTheRestIsDecided() {
        CountDownLatch release = hold();
        List<CompletableFuture<Receipt>> taken = new ArrayList<>();
        for (int batch = 0; batch < 8; batch++) {
            int first = batch * 1_000;
            taken.add(station.submitted(
                    decider::submit,
                    true,
                    IntStream.range(first, first + 1_000)
                            .mapToObj(i -> login("b" + i, "a1"))
                            .toArray(String[]::new)));
        }
        for (int i = 0; i < Decider.MOST_WAITING - 8_000; i++) {
            taken.add(submits(login("s" + i, "a2")));
        }
        assertThat(decider.waiting()).isEqualTo(Decider.MOST_WAITING);
        assertThat(sends(login("late", "a1"))).isEqualTo(new Receipt.Refused(Unavailability.QUEUE_FULL));
        assertThat(Station.within(station.submitted(decider::submit, true, login("x", "a1"), login("y", "a1"))))
                .isEqualTo(new Receipt.Refused(Unavailability.QUEUE_FULL));
        release.countDown();
        taken.forEach(receipt -> assertThat(Station.within(receipt)).isInstanceOf(Receipt.Done.class));
        assertThat(decider.waiting()).isZero();
        assertIsFresh(sends(login("late", "a1")), Decider.MOST_WAITING + 2);
    }

    @Test
    void anEventOnWhichTheEngineFailsIsKeptOutAndTheOthersAreDecidedAsIfItHadNeverCome() throws IOException {
        assertIsFresh(sends(gift("e1", "a1", "d1")), 2);
        CountDownLatch release = hold();
        CompletableFuture<Receipt> before = submits(gift("e2", "a1", "d1"));
        CompletableFuture<Receipt> broken = submits(poison());
        CompletableFuture<Receipt> after = submits(gift("e3", "a2", "d1"));
        release.countDown();
        assertThat(Station.within(broken)).isEqualTo(new Receipt.Refused(Unavailability.ENGINE_FAILED));
        assertThat(Station.within(before)).isEqualTo(new Receipt.Refused(Unavailability.REBUILDING));
        assertThat(Station.within(after)).isEqualTo(new Receipt.Refused(Unavailability.REBUILDING));
        awaitRecovery();
        assertIsFresh(sends(gift("e2", "a1", "d1")), 3);
        assertThat(Station.within(submits(poison()))).isEqualTo(new Receipt.Refused(Unavailability.ENGINE_FAILED));
        assertIsFresh(sends(gift("e3", "a2", "d1")), 4);
        assertThat(openings).as("once at the start, once for the failure").hasValue(2);
        assertIsAsIfUninterrupted(gift("e1", "a1", "d1"), gift("e2", "a1", "d1"), gift("e3", "a2", "d1"));
    }

    @Test
    void aQuestionThatFailsKeepsNoEventOut() {
        assertIsFresh(sends(gift("e1", "a1", "d1")), 2);
        CountDownLatch release = hold();
        submits(gift("e2", "a1", "d1"));
        CompletableFuture<Unavailability> refusal = new CompletableFuture<>();
        decider.submit(new Command.Ask(
                engine -> {
                    throw new IllegalStateException("A question of its own");
                },
                refusal::complete));
        release.countDown();
        assertThat(Station.within(refusal)).isEqualTo(Unavailability.ENGINE_FAILED);
        awaitRecovery();
        assertIsFresh(sends(gift("e2", "a1", "d1")), 3);
        assertThat(sends(gift("e1", "a1", "d1"))).isEqualTo(new Receipt.Done(List.of(new Receipt.Fate.Repeated(2))));
    }

    @Test
    void aQuestionThatWasAnsweredGetsNoOtherAnswer() {
        CountDownLatch release = hold();
        List<String> answers = new ArrayList<>();
        decider.submit(new Command.Ask(engine -> answers.add("asked"), reason -> answers.add("refused")));
        CompletableFuture<Receipt> broken = submits(poison());
        release.countDown();
        assertThat(Station.within(broken)).isEqualTo(new Receipt.Refused(Unavailability.ENGINE_FAILED));
        awaitRecovery();
        assertThat(answers).containsExactly("asked");
    }

    @Test
    void whenTheJournalFailsTheBatchIsRefusedAndDecidingGoesOnWithWhatLasted() throws IOException {
        assertIsFresh(sends(gift("e1", "a1", "d1")), 2);
        CountDownLatch release = hold();
        CompletableFuture<Receipt> before = submits(gift("e2", "a1", "d1"));
        breaksTheJournal();
        CompletableFuture<Receipt> after = submits(gift("e3", "a2", "d1"));
        release.countDown();
        assertThat(Station.within(before)).isEqualTo(new Receipt.Refused(Unavailability.JOURNAL_FAILED));
        assertThat(Station.within(after)).isEqualTo(new Receipt.Refused(Unavailability.JOURNAL_FAILED));
        awaitRecovery();
        assertThat(decider.committed()).isEqualTo(2);
        assertIsFresh(sends(gift("e3", "a2", "d1")), 3);
        assertIsFresh(sends(gift("e2", "a1", "d1")), 4);
        assertIsAsIfUninterrupted(gift("e1", "a1", "d1"), gift("e3", "a2", "d1"), gift("e2", "a1", "d1"));
    }

    @Test
    void untilTheJournalOpensAgainAllIsRefusedWithTheReason() {
        openingsToFail.set(1);
        CountDownLatch release = hold();
        breaksTheJournal();
        CompletableFuture<Receipt> inBatch = submits(gift("e1", "a1", "d1"));
        release.countDown();
        assertThat(Station.within(inBatch)).isEqualTo(new Receipt.Refused(Unavailability.JOURNAL_FAILED));
        awaitRecovery();
        assertThat(openings).as("at the start, one in vain, one at last").hasValue(3);
        assertIsFresh(sends(gift("e1", "a1", "d1")), 2);
    }

    @Test
    void whileTheDiskIsShortNothingIsTakenAndQuestionsAreAnswered() throws IOException {
        assertIsFresh(sends(gift("e1", "a1", "d1")), 2);
        station.room.set(Station.LEAST_ROOM - 1);
        assertThat(sends(gift("e2", "a1", "d1"))).isEqualTo(new Receipt.Refused(Unavailability.JOURNAL_FAILED));
        CompletableFuture<Receipt> changed = new CompletableFuture<>();
        decider.submit(new Command.Change(station.change("c1", "blocked", "d9", true), changed::complete));
        assertThat(Station.within(changed)).isEqualTo(new Receipt.Refused(Unavailability.JOURNAL_FAILED));
        CompletableFuture<Long> asked = new CompletableFuture<>();
        decider.submit(new Command.Ask(engine -> asked.complete(engine.sequence()), reason -> {}));
        assertThat(Station.within(asked)).isEqualTo(2);
        station.room.set(Station.LEAST_ROOM);
        assertIsFresh(sends(gift("e2", "a1", "d1")), 3);
        assertIsAsIfUninterrupted(gift("e1", "a1", "d1"), gift("e2", "a1", "d1"));
    }

    @Test
    void aReplyThatFailsConcernsItsOwnRequestAlone() {
        Consumer<Receipt> failing = receipt -> {
            throw new IllegalStateException("The connection is gone");
        };
        CountDownLatch release = hold();
        decider.submit(
                new Command.Accept(List.of(station.admit(login("e1", "a1"))), false, Treatment.DECIDED, 0, failing));
        CompletableFuture<Receipt> next = submits(login("e2", "a1"));
        release.countDown();
        assertIsFresh(Station.within(next), 3);
        release = hold();
        decider.submit(
                new Command.Accept(List.of(station.admit(login("e3", "a1"))), false, Treatment.DECIDED, 0, failing));
        CompletableFuture<Receipt> broken = submits(poison());
        release.countDown();
        assertThat(Station.within(broken)).isEqualTo(new Receipt.Refused(Unavailability.ENGINE_FAILED));
        awaitRecovery();
        assertIsFresh(sends(login("e4", "a1")), 4);
    }

    @Test
    void everyCommandIsAnsweredHoweverItMeetsTheStop() throws InterruptedException {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        List<Thread> senders = new ArrayList<>();
        CountDownLatch underWay = new CountDownLatch(3);
        for (int sender = 0; sender < 3; sender++) {
            String name = "s" + sender + "-";
            senders.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 3_000; i++) {
                    CompletableFuture<Receipt> receipt = submits(login(name + i, "a1"));
                    synchronized (receipts) {
                        receipts.add(receipt);
                    }
                    if (i == 1_000) {
                        underWay.countDown();
                    }
                }
            }));
        }
        await(underWay);
        decider.stop();
        for (Thread sender : senders) {
            sender.join();
        }
        receipts.forEach(receipt -> assertThat(Station.within(receipt)).isNotNull());
        assertThat(receipts).hasSize(9_000);
        assertThat(sends(login("late", "a1"))).isEqualTo(new Receipt.Refused(Unavailability.STOPPING));
    }

    /** What a disk that fails comes to: the journal takes no more, and nobody knows what it holds of the batch. */
    private void breaksTheJournal() {
        decider.submit(new Command.Ask(
                engine -> {
                    try {
                        ledger.journal().abandon();
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                },
                reason -> {}));
    }

    private void awaitRecovery() {
        while (decider.unavailability() != null) {
            Thread.onSpinWait();
        }
    }
}
