package io.sekisho.engine.decision;

import static io.sekisho.engine.testkit.FeatureDraft.feature;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.feature.Aggregate;
import io.sekisho.engine.feature.FeatureVector;
import io.sekisho.engine.feature.KeyKind;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.PolicyDraft;
import io.sekisho.engine.testkit.RandomShop;
import io.sekisho.engine.testkit.RandomShop.Pace;
import io.sekisho.engine.testkit.StateTape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that was saved and restored on the way decides like one that was not. */
final class StateRoundTripTest {

    private static final long HOUR = 3_600_000;
    private static final Policy POLICY = policy();

    private static PolicyDraft features() {
        return new PolicyDraft()
                .feature(feature("count_24h", Aggregate.COUNT))
                .feature(
                        feature("sum_ever", Aggregate.SUM).of("data.rtt_millis").window("ever"))
                .feature(feature("spread", Aggregate.STDDEV)
                        .of("data.rtt_millis")
                        .window("7d"))
                .feature(feature("ratio", Aggregate.AVG)
                        .of("double(data.rtt_millis) / 3.0")
                        .window("30d"))
                .feature(feature("devices", Aggregate.DISTINCT)
                        .of("data.device_id")
                        .by(KeyKind.IP)
                        .window("30d"))
                .feature(feature("last_device", Aggregate.LAST)
                        .of("data.device_id")
                        .excludesCurrent())
                .feature(feature("known_pair", Aggregate.KNOWN)
                        .by(KeyKind.ACCOUNT, KeyKind.RECIPIENT)
                        .window("ever")
                        .excludesCurrent())
                .feature(feature("age", Aggregate.AGE).window("ever").by(KeyKind.DEVICE));
    }

    private static Policy policy() {
        return features()
                .coolingOff("email", 72 * HOUR)
                .band(0, "low", null)
                .band(60, "high", Outcome.CHALLENGE)
                .rule(rule("busy").when("f.count_24h > 4").score(40).outcome(Outcome.DENY))
                .rule(rule("regular").when("f.known_pair").exempts("busy").cap(30_000, 24 * HOUR))
                .rule(rule("mail").when("data.channel == 'app'").score(30).challenge(HOUR, "email"))
                .rule(rule("shared").when("f.devices > 6 && f.spread > 20.0").score(30))
                .rule(rule("moved")
                        .when("f.last_device != data.device_id")
                        .does(ActionVerb.HOLD_ORDER, ActionTarget.RECENT_ORDERS)
                        .does(ActionVerb.FREEZE_CODE, ActionTarget.RECENT_CODES))
                .compile();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void goesOnAsIfNothingHadHappened(long seed) {
        Random random = new Random(seed);
        Engine steady = new Engine(POLICY);
        Engine interrupted = new Engine(POLICY);
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        Pace pace = new Pace("days", 800, 60_000, 200, 4);
        for (Event event : new RandomShop(seed, pace).events()) {
            if (random.nextInt(50) == 0) {
                interrupted = restored(interrupted);
            }
            Optional<Assessment> expected = steady.acceptReadingAll(event, new Facts());
            Optional<Assessment> found = interrupted.acceptReadingAll(event, new Facts());
            String where = "seed " + seed + ", " + event;
            assertThat(found).as(where).isEqualTo(expected);
            assertThat(values(interrupted.features())).as(where).isEqualTo(values(steady.features()));
            assertThat(interrupted.sequence()).as(where).isEqualTo(steady.sequence());
            outcomes.add(expected.orElseThrow().outcome());
        }
        assertThat(outcomes).as("seed %d", seed).containsExactlyInAnyOrder(Outcome.values());
    }

    @Test
    void remembersTheEventsThatItSaw() {
        Engine engine = new Engine(POLICY);
        Random random = new Random(5);
        List<Fingerprint> identities = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            identities.add(new Fingerprint(random.nextLong(), random.nextLong()));
            engine.see(identities.get(i), new Fingerprint(i, 1));
        }
        Engine restored = restored(engine);
        for (int i = 0; i < identities.size(); i++) {
            assertThat(restored.see(identities.get(i), new Fingerprint(i, 1))).isEqualTo(SeenEvents.Sight.REPEATED);
            assertThat(restored.see(identities.get(i), new Fingerprint(i, 2))).isEqualTo(SeenEvents.Sight.CONFLICTING);
        }
    }

    @Test
    void writesTheSameStateAgainAfterReadingIt() {
        Engine engine = new Engine(POLICY);
        Pace pace = new Pace("days", 500, 60_000, 200, 4);
        new RandomShop(9, pace).events().forEach(event -> engine.accept(event, new Facts()));
        assertThat(written(restored(engine)).cells()).isEqualTo(written(engine).cells());
    }

    @Test
    void refusesAStateOfAnotherFormat() {
        StateTape tape = new StateTape();
        tape.putInt(99);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.readFrom(tape, POLICY))
                .withMessageContaining("99");
    }

    @Test
    void anEngineThatSawNothingCanBeSaved() {
        Engine restored = restored(new Engine(POLICY));
        assertThat(restored.sequence()).isZero();
        assertThat(restored.accept(EventDraft.event("login.failed").build(), new Facts()))
                .isPresent();
    }

    private static StateTape written(Engine engine) {
        StateTape tape = new StateTape();
        engine.writeTo(tape);
        return tape;
    }

    private static Engine restored(Engine engine) {
        StateTape tape = written(engine);
        Engine restored = Engine.readFrom(tape, POLICY);
        assertThat(tape.isFinished()).as("all that was written was read").isTrue();
        return restored;
    }

    private static List<Object> values(FeatureVector vector) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            values.add(vector.isPresent(i) ? vector.objectAt(i) : vector.absence(i));
        }
        return values;
    }
}
