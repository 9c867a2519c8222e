package io.sekisho.engine.decision;

import static io.sekisho.engine.testkit.EventDraft.EPOCH;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.expression.ListChange;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.testkit.PolicyDraft;
import io.sekisho.engine.testkit.StateTape;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that change while events come in. */
final class ListChangeTest {

    private static final String LIST = "blocked";

    private final Engine engine = new Engine(policy());

    private static Policy policy() {
        return new PolicyDraft()
                .list(LIST, Map.of("declared", Long.MAX_VALUE, "ending", EPOCH + 10))
                .rule(rule("listed").when("in_list('blocked', data.device_id)").outcome(Outcome.DENY))
                .compile();
    }

    @Test
    void aValueCountsFromTheNextEventOn() {
        assertThat(denies(engine, "d1", EPOCH)).isFalse();
        engine.change(new ListChange(LIST, "d1", true, Long.MAX_VALUE));
        assertThat(denies(engine, "d1", EPOCH)).isTrue();
        assertThat(denies(engine, "d2", EPOCH)).isFalse();
        engine.change(new ListChange(LIST, "d1", false, Long.MAX_VALUE));
        assertThat(denies(engine, "d1", EPOCH)).isFalse();
    }

    @Test
    void aValueIsListedUntilJustBeforeItsExpiry() {
        engine.change(new ListChange(LIST, "d1", true, EPOCH + 10));
        for (String device : new String[] {"d1", "ending"}) {
            assertThat(denies(engine, device, EPOCH + 9)).as(device).isTrue();
            assertThat(denies(engine, device, EPOCH + 10)).as(device).isFalse();
        }
    }

    @Test
    void anExpiryIsReplacedByTheOneGivenLast() {
        engine.change(new ListChange(LIST, "ending", true, EPOCH + 50));
        assertThat(denies(engine, "ending", EPOCH + 10)).isTrue();
        engine.change(new ListChange(LIST, "ending", true, EPOCH + 5));
        assertThat(denies(engine, "ending", EPOCH + 5)).isFalse();
    }

    @Test
    void whatThePolicyDeclaresCanBeTakenOff() {
        assertThat(denies(engine, "declared", EPOCH)).isTrue();
        engine.change(new ListChange(LIST, "declared", false, Long.MAX_VALUE));
        assertThat(denies(engine, "declared", EPOCH)).isFalse();
    }

    @Test
    void aListThatNoRuleAsksChangesNothingButIsNumbered() {
        engine.change(new ListChange("unasked", "d1", true, Long.MAX_VALUE));
        engine.change(new ListChange("unasked", "d9", false, Long.MAX_VALUE));
        assertThat(denies(engine, "d1", EPOCH)).isFalse();
        assertThat(engine.policy().lists().names()).containsExactly(LIST, "unasked");
        assertThat(engine.sequence()).isEqualTo(3);
    }

    @Test
    void changesAndWhatPassesAreNumberedAmongTheEvents() {
        SeenEvents.Fingerprint change = new SeenEvents.Fingerprint(1, 1);
        SeenEvents.Fingerprint event = new SeenEvents.Fingerprint(2, 2);
        engine.pass();
        engine.see(change, change);
        engine.change(new ListChange(LIST, "d1", true, Long.MAX_VALUE));
        engine.see(event, event);
        denies(engine, "d1", EPOCH);
        assertThat(engine.sequence()).isEqualTo(3);
        assertThat(engine.numberOf(change)).hasValue(2);
        assertThat(engine.numberOf(event)).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyChangesAreThoseOfAMapAlsoAcrossASavedState(long seed) {
        Random random = new Random(seed);
        Map<String, Long> expected = new HashMap<>(Map.of("declared", Long.MAX_VALUE, "ending", EPOCH + 10));
        Engine current = engine;
        for (int step = 0; step < 2_000; step++) {
            String value = random.nextInt(20) == 0 ? "declared" : "d" + random.nextInt(12);
            long millis = EPOCH + random.nextInt(1_000);
            switch (random.nextInt(5)) {
                case 0 -> {
                    long expiry = random.nextBoolean() ? Long.MAX_VALUE : EPOCH + random.nextInt(1_000);
                    current.change(new ListChange(LIST, value, true, expiry));
                    expected.put(value, expiry);
                }
                case 1 -> {
                    current.change(new ListChange(LIST, value, false, Long.MAX_VALUE));
                    expected.remove(value);
                }
                case 2 -> current = random.nextInt(20) == 0 ? restored(current) : current;
                default ->
                    assertThat(denies(current, value, millis))
                            .as("seed %d, step %d, %s at %d", seed, step, value, millis)
                            .isEqualTo(expected.containsKey(value) && millis < expected.get(value));
            }
        }
    }

    private static Engine restored(Engine engine) {
        StateTape tape = new StateTape();
        engine.writeTo(tape);
        Engine restored = Engine.readFrom(tape, policy());
        assertThat(tape.isFinished()).isTrue();
        assertThat(restored.sequence()).isEqualTo(engine.sequence());
        return restored;
    }

    private static boolean denies(Engine engine, String device, long millis) {
        Assessment assessment = engine.accept(
                        event("login.succeeded").device(device).at(millis).build(), new Facts())
                .orElseThrow();
        return assessment.outcome() == Outcome.DENY;
    }
}
