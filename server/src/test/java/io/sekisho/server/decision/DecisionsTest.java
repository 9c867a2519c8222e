package io.sekisho.server.decision;

import static io.sekisho.server.decision.Orders.gift;
import static io.sekisho.server.decision.Orders.login;
import static io.sekisho.server.decision.Orders.order;
import static io.sekisho.server.decision.Orders.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sekisho.engine.decision.Assessment;
import io.sekisho.engine.decision.Engine;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.JournalRecord.Treatment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deciding, from the queue to the journal. */
final class DecisionsTest {

    @TempDir
    private Path temp;

    private Path oneGift;
    private Station station;

    @BeforeEach
    void open() throws IOException {
        oneGift = Policies.oneGift(temp.resolve("one-gift"));
        station = Station.deciding(temp.resolve("data"), oneGift);
    }

    @AfterEach
    void close() throws IOException {
        station.close();
    }

    private static Outcome outcome(Receipt.Fate fate) {
        return ((Receipt.Fate.Fresh) fate).assessment().map(Assessment::outcome).orElseThrow();
    }

    private static long number(Receipt.Fate fate) {
        return ((Receipt.Fate.Fresh) fate).number();
    }

    @Test
    void numbersWhatItTakesAfterThePolicyThatWentLive() {
        assertThat(number(station.sends(login("e1", "a1")))).isEqualTo(2);
        assertThat(number(station.sends(viewed("e2")))).isEqualTo(3);
        assertThat(station.changes("c1", "blocked", "d9", true))
                .isEqualTo(new Receipt.Done(List.of(new Receipt.Fate.Repeated(4))));
        assertThat(station.decisions().committed()).isEqualTo(4);
        DecisionLog log = station.decisions().log();
        assertThat(log.read(1)).isInstanceOf(PolicyActivated.class);
        assertThat(((EventAccepted) log.read(2)).treatment()).isEqualTo(Treatment.DECIDED);
        assertThat(((EventAccepted) log.read(3)).treatment()).isEqualTo(Treatment.COUNTED);
        assertThat(log.read(4)).isInstanceOf(ListChanged.class);
    }

    @Test
    void theSameEventGetsTheNumberOfItsRecordAndAnotherBodyConflicts() {
        long number = number(station.sends(gift("e1", "a1", "d1")));
        assertThat(station.sends(gift("e1", "a1", "d1"))).isEqualTo(new Receipt.Fate.Repeated(number));
        assertThat(station.sends(gift("e1", "a1", "d2"))).isEqualTo(new Receipt.Fate.Conflict());
        assertThat(station.decisions().committed()).isEqualTo(number);
        assertThat(outcome(station.sends(gift("e2", "a1", "d1")))).isEqualTo(Outcome.DENY);
    }

    @Test
    void aWholeBatchWithAConflictIsNotTakenAtAll() {
        station.sends(gift("e1", "a1", "d1"));
        long before = station.decisions().committed();
        List<Object> state = station.state();
        Receipt receipt = station.sendsAll(
                true,
                login("e2", "a1"),
                gift("e1", "a1", "other"),
                login("e3", "a1"),
                login("e3", "a2"),
                gift("e1", "a1", "d1"));
        assertThat(receipt).isEqualTo(new Receipt.Conflicting(List.of(1, 3)));
        assertThat(station.decisions().committed()).isEqualTo(before);
        assertThat(station.state()).isEqualTo(state);
    }

    @Test
    void aWholeBatchMayRepeatWhatIsKnownAndWhatItHoldsItself() {
        long known = number(station.sends(login("e1", "a1")));
        List<Receipt.Fate> fates = ((Receipt.Done)
                        station.sendsAll(true, login("e2", "a1"), login("e1", "a1"), login("e2", "a1")))
                .fates();
        assertThat(number(fates.get(0))).isEqualTo(known + 1);
        assertThat(fates.subList(1, 3))
                .containsExactly(new Receipt.Fate.Repeated(known), new Receipt.Fate.Repeated(known + 1));
    }

    @Test
    void ofAPartialBatchTheGoodOnesAreTaken() {
        station.sends(gift("e1", "a1", "d1"));
        List<Receipt.Fate> fates = ((Receipt.Done) station.sendsAll(
                        false,
                        login("e2", "a1"),
                        gift("e1", "a1", "other"),
                        login("e2", "a9"),
                        gift("e1", "a1", "d1"),
                        login("e3", "a1")))
                .fates();
        assertThat(number(fates.get(0))).isEqualTo(3);
        assertThat(fates.subList(1, 4))
                .containsExactly(
                        new Receipt.Fate.Conflict(), new Receipt.Fate.Conflict(), new Receipt.Fate.Repeated(2));
        assertThat(number(fates.get(4))).isEqualTo(4);
    }

    @Test
    void aBatchIsDecidedInItsOrder() {
        List<Receipt.Fate> fates = ((Receipt.Done)
                        station.sendsAll(true, gift("e1", "a1", "d1"), gift("e2", "a1", "d1"), gift("e3", "a2", "d1")))
                .fates();
        assertThat(fates.stream().map(DecisionsTest::outcome))
                .containsExactly(Outcome.ALLOW, Outcome.DENY, Outcome.ALLOW);
    }

    /** Ten thousand accounts, each with two gift orders at the same moment, where one is the limit. */
    @Test
    void ofTwinsNeverBothAreAllowed() throws Exception {
        int pairs = 10_000;
        int together = 100;
        List<CompletableFuture<Receipt>> first = new ArrayList<>();
        List<CompletableFuture<Receipt>> second = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(2);
        Thread one = Thread.ofPlatform().start(() -> send("x", pairs, together, start, first));
        Thread other = Thread.ofPlatform().start(() -> send("y", pairs, together, start, second));
        one.join();
        other.join();
        for (int i = 0; i < pairs; i++) {
            Outcome x = outcome(
                    ((Receipt.Done) Station.within(first.get(i))).fates().getFirst());
            Outcome y = outcome(
                    ((Receipt.Done) Station.within(second.get(i))).fates().getFirst());
            assertThat(List.of(x, y)).as("pair %d", i).containsExactlyInAnyOrder(Outcome.ALLOW, Outcome.DENY);
        }
        assertThat(station.decisions().committed()).isEqualTo(1 + 2L * pairs);
    }

    private void send(
            String name, int pairs, int together, CyclicBarrier start, List<CompletableFuture<Receipt>> receipts) {
        for (int i = 0; i < pairs; i++) {
            if (i % together == 0) {
                if (!receipts.isEmpty()) {
                    Station.within(receipts.getLast());
                }
                await(start);
            }
            receipts.add(station.submitted(station.decisions()::submit, false, gift(name + i, "a" + i, "d" + i)));
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void aChangedListIsSeenByTheNextEvent() {
        assertThat(outcome(station.sends(gift("e1", "a1", "d1")))).isEqualTo(Outcome.ALLOW);
        station.changes("c1", "blocked", "d2", true);
        assertThat(outcome(station.sends(gift("e2", "a2", "d2")))).isEqualTo(Outcome.DENY);
        station.changes("c2", "blocked", "d2", false);
        station.changes("c3", "blocked", "bad-device", false);
        assertThat(outcome(station.sends(gift("e3", "a3", "d2")))).isEqualTo(Outcome.ALLOW);
        assertThat(outcome(station.sends(gift("e4", "a4", "bad-device")))).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void theSameChangeIsMadeOnceAndAnotherUnderItsNameConflicts() {
        Receipt made = station.changes("c1", "blocked", "d2", true);
        assertThat(station.changes("c1", "blocked", "d2", true)).isEqualTo(made);
        assertThat(station.changes("c1", "blocked", "d3", true))
                .isEqualTo(new Receipt.Done(List.of(new Receipt.Fate.Conflict())));
        assertThat(station.changes("c2", "fresh", "", true))
                .isEqualTo(new Receipt.Done(List.of(new Receipt.Fate.Repeated(3))));
        assertThat(station.decisions().committed()).isEqualTo(3);
    }

    @Test
    void aServerThatStartsAgainIsAsIfItHadNeverStopped() throws IOException {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 30; i++) {
                station.sends(gift("e" + round + "-" + i, "a" + i % 7, "d" + i % 3));
                station.sends(login("l" + round + "-" + i, "a" + i % 7));
            }
            station.changes("c" + round, "blocked", "d" + round, round != 2);
            station.changes("n" + round, "list" + round, "", true);
            List<Object> before = station.state();
            long committed = station.decisions().committed();
            restart(oneGift, false);
            assertThat(station.state()).as("round %d", round).isEqualTo(before);
            assertThat(station.decisions().committed()).isEqualTo(committed);
            assertThat(station.decisions().differences()).isEmpty();
        }
        assertThat(station.sends(gift("e0-0", "a0", "d0"))).isEqualTo(new Receipt.Fate.Repeated(2));
        assertThat(outcome(station.sends(gift("new", "fresh", "d1")))).isEqualTo(Outcome.DENY);
    }

    @Test
    void anotherPolicyGoesLiveOnlyByForceAndTheEventsBeforeAreItsHistory() throws IOException {
        Path nothing = Policies.nothing(temp.resolve("nothing"));
        station.sends(gift("e1", "a1", "d1"));
        station.changes("c1", "blocked", "d7", true);
        restart(nothing, false);
        assertThat(station.decisions().livePolicy().definition().version()).isEqualTo("one-1");
        assertThat(outcome(station.sends(login("e2", "a1")))).isEqualTo(Outcome.ALLOW);
        restart(nothing, true);
        assertThat(station.decisions().livePolicy().definition().version()).isEqualTo("nothing-1");
        assertThat(outcome(station.sends(gift("e3", "a9", "d1")))).isEqualTo(Outcome.DENY);
        List<Object> state = station.state();
        restart(nothing, true);
        assertThat(station.decisions().committed()).as("live already").isEqualTo(6);
        restart(oneGift, false);
        assertThat(station.state()).isEqualTo(state);
        assertThat(station.decisions().differences()).isEmpty();
        restart(oneGift, true);
        assertThat(outcome(station.sends(gift("e4", "a1", "d1"))))
                .as("the first gift was counted before the policy was live")
                .isEqualTo(Outcome.DENY);
        assertThat(outcome(station.sends(gift("e5", "a5", "d7"))))
                .as("lists outlive policies")
                .isEqualTo(Outcome.DENY);
        assertThat(station.decisions().differences()).isEmpty();
    }

    @Test
    void aJournalWithoutAnyPolicyYetTakesTheGivenOne() {
        assertThat(station.decisions().committed()).isEqualTo(1);
        PolicyActivated live = (PolicyActivated) station.decisions().log().read(1);
        assertThat(live.version()).isEqualTo("one-1");
        assertThat(live.policyId()).isEqualTo(station.decisions().livePolicyId());
        assertThat(live.actor()).isEqualTo("test");
    }

    @Test
    void answersAQuestionBetweenTwoEvents() {
        station.sends(login("e1", "a1"));
        assertThat(station.decisions().ask(Engine::sequence)).isEqualTo(2);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> station.decisions().ask(engine -> {
                    throw new IllegalArgumentException("no such key");
                }))
                .withStackTraceContaining("no such key");
        assertThat(number(station.sends(login("e2", "a1"))))
                .as("the thread goes on")
                .isEqualTo(3);
    }

    @Test
    void oneThatStopsDecidesWhatWaitsAndRefusesTheRest() {
        Decisions stopping = station.decisions();
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            receipts.add(station.submitted(stopping::submit, false, login("e" + i, "a1")));
        }
        stopping.close();
        receipts.forEach(receipt -> assertThat(Station.within(receipt)).isInstanceOf(Receipt.Done.class));
        assertThat(Station.within(station.submitted(stopping::submit, false, login("late", "a1"))))
                .isEqualTo(new Receipt.Refused(Unavailability.STOPPING));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> stopping.ask(Engine::sequence));
    }

    @Test
    void moneyDoesNotChangeBetweenTheDoorAndTheJournal() {
        station.sends(order("e1", "a1", "d1", 10_000_000_000_000L));
        EventAccepted record = (EventAccepted) station.decisions().log().read(2);
        assertThat(record.entry().canonical()).contains("10000000000000");
        assertThat(Rebuild.event(record).giftAmount()).isEqualTo(10_000_000_000_000L);
    }

    private void restart(Path policy, boolean isForced) throws IOException {
        station.stop();
        station.start(policy, isForced);
    }
}
