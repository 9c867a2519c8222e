package io.sekisho.engine.decision;

import static io.sekisho.engine.decision.Shop.DAY;
import static io.sekisho.engine.decision.Shop.HOUR;
import static io.sekisho.engine.testkit.EventDraft.EPOCH;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.EventDraft.giftOrderOf;
import static io.sekisho.engine.testkit.EventDraft.yen;
import static io.sekisho.engine.testkit.FeatureDraft.feature;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.feature.Aggregate;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.RuleDefinition;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.PolicyDraft;
import io.sekisho.engine.testkit.RandomShop;
import io.sekisho.engine.testkit.RandomShop.Pace;
import io.sekisho.engine.testkit.RuleDraft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision taken again from what its record holds is the same decision. */
final class ReassessmentTest {

    private static final Pace DAYS = new Pace("days", 250, 60_000, 200, 4);
    private static final List<String> CONDITIONS = List.of(
            "true",
            "f.count_24h > 4",
            "f.count_24h > 12",
            "data.channel == 'app'",
            "data.rtt_millis > 100",
            "event.type == 'order.created'",
            "in_list('watched', data.device_id)");
    private static final List<String> METHODS = List.of("sms", "email", "passkey", "app");

    @ParameterizedTest
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40
            })
    void isTheSameForAnyPolicyAndEvent(long seed) {
        Random random = new Random(seed);
        Policy policy = randomPolicy(random).compile();
        Engine engine = new Engine(policy);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (Event event : new RandomShop(seed, DAYS).events()) {
            Assessment taken = engine.acceptReadingAll(event, new Facts()).orElseThrow();
            assertThat(again(engine, event, taken))
                    .as("seed %d, %s", seed, event)
                    .isEqualTo(taken);
            outcomes.merge(taken.outcome(), 1, Integer::sum);
        }
        assertThat(outcomes).as("seed %d", seed).isNotEmpty();
    }

    @Test
    void aRandomPolicyComesToEveryOutcomeAndLiftsAndFindsNoTrustedFactor() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int lifted = 0;
        int untrusted = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Engine engine = new Engine(randomPolicy(new Random(seed)).compile());
            for (Event event : new RandomShop(seed, DAYS).events()) {
                Assessment taken = engine.accept(event, new Facts()).orElseThrow();
                outcomes.merge(taken.outcome(), 1, Integer::sum);
                lifted += taken.lifted().isEmpty() ? 0 : 1;
                untrusted += taken.why().equals("no_trusted_factor") ? 1 : 0;
            }
        }
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
        assertThat(lifted).isGreaterThan(20);
        assertThat(untrusted).isGreaterThan(20);
    }

    @Test
    void aHoldWhoseMethodsWereAllTooYoungOffersNoneAgain() {
        Engine engine = new Engine(new PolicyDraft()
                .coolingOff("email", 3 * DAY)
                .rule(rule("wait").hold(DAY, true, "reviewed").required(HOUR, "email"))
                .compile());
        engine.accept(event("account.email_changed").account("a1").build(), new Facts());
        assertIsSame(engine, giftOrderOf("o1", yen(1)).account("a1").at(EPOCH + HOUR));
    }

    @Test
    void whatOneExemptingRuleWasGrantedIsNotGrantedToAnother() {
        Engine engine = new Engine(new PolicyDraft()
                .rule(rule("large").outcome(Outcome.DENY))
                .rule(rule("odd").outcome(Outcome.DENY))
                .rule(rule("poor").exempts("large", "odd").cap(1, DAY))
                .rule(rule("rich").exempts("odd").cap(1_000_000, DAY))
                .compile());
        assertIsSame(engine, giftOrderOf("o1", yen(500)).account("a1"));
    }

    @Test
    void aVerbThatIsAskedForTheAccountIsNotDoneToItAsAnOrder() {
        Engine engine = new Engine(new PolicyDraft()
                .rule(rule("all")
                        .does(ActionVerb.HOLD_ORDER, ActionTarget.ACCOUNT)
                        .does(ActionVerb.CANCEL_ORDER, ActionTarget.RECENT_ORDERS)
                        .does(ActionVerb.HOLD_ORDER, ActionTarget.RECENT_ORDERS))
                .compile());
        assertIsSame(engine, giftOrderOf("o1", yen(1)).account("a1"));
        assertIsSame(engine, giftOrderOf("o2", yen(1)).account("a1").session("s1"));
    }

    @Test
    void anEventThatWasTooOldToBeDecidedStaysSo() {
        Engine engine = new Engine(
                new PolicyDraft().rule(rule("any").outcome(Outcome.DENY)).compile());
        assertIsSame(engine, event("login.failed").at(EPOCH).receivedAt(EPOCH + 181 * DAY));
    }

    @Test
    void anotherPolicyJudgesTheRecordedEventByItsOwnRules() {
        Engine engine = new Engine(new PolicyDraft().rule(rule("any").score(5)).compile());
        Event event = giftOrderOf("o1", yen(1)).account("a1").build();
        Assessment taken = engine.accept(event, new Facts()).orElseThrow();
        Policy stricter = new PolicyDraft()
                .rule(rule("no").outcome(Outcome.DENY).score(50))
                .compile();
        Reassessment.Inputs inputs = new Reassessment.Inputs(
                event, new Facts(), new io.sekisho.engine.feature.FeatureVector(stricter.plan()));
        Assessment other = Reassessment.of(stricter, inputs, taken);
        assertThat(other.outcome()).isEqualTo(Outcome.DENY);
        assertThat(other.score()).isEqualTo(50);
    }

    private static void assertIsSame(Engine engine, EventDraft draft) {
        Event event = draft.build();
        Assessment taken = engine.acceptReadingAll(event, new Facts()).orElseThrow();
        assertThat(again(engine, event, taken)).isEqualTo(taken);
    }

    private static Assessment again(Engine engine, Event event, Assessment taken) {
        Reassessment.Inputs inputs = new Reassessment.Inputs(event, new Facts(), engine.features());
        return Reassessment.of(engine.policy(), inputs, taken);
    }

    private static PolicyDraft randomPolicy(Random random) {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("count_24h", Aggregate.COUNT))
                .list("watched", Map.of("d1", Long.MAX_VALUE, "d2", EPOCH + DAY))
                .coolingOff("email", 10 * DAY)
                .coolingOff("sms", 1)
                .band(0, "low", null);
        if (random.nextBoolean()) {
            policy.band(60, "high", Outcome.CHALLENGE);
        }
        int rules = 3 + random.nextInt(6);
        for (int i = 0; i < rules; i++) {
            policy.rule(randomRule(random, i));
        }
        return policy;
    }

    private static RuleDraft randomRule(Random random, int number) {
        RuleDraft rule = rule("r" + number)
                .when(any(random, CONDITIONS))
                .score(random.nextInt(50))
                .status(random.nextInt(8) == 0 ? RuleDefinition.Status.SHADOW : RuleDefinition.Status.LIVE);
        if (random.nextInt(4) == 0) {
            rule.hitsOnUnknown();
        }
        switch (random.nextInt(6)) {
            case 0 -> rule.challenge(HOUR * (1 + random.nextInt(3)), methods(random));
            case 1 -> rule.hold(DAY, random.nextBoolean(), "owner_confirmed", "reviewed");
            case 2 -> rule.hold(HOUR, false, "reviewed").required(HOUR, methods(random));
            case 3 -> rule.outcome(random.nextBoolean() ? Outcome.DENY : Outcome.ALLOW);
            case 4 -> rule.releaseAfter(HOUR);
            default -> exempting(rule, random, number);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            rule.does(any(random, List.of(ActionVerb.values())), any(random, List.of(ActionTarget.values())));
        }
        return rule;
    }

    /** Of the rules before it only: what exempts one that exempts can be told in more than one way. */
    private static void exempting(RuleDraft rule, Random random, int number) {
        if (number > 0) {
            List<String> exempted = new ArrayList<>(List.of("r" + random.nextInt(number)));
            exempted.add("r" + (number - 1));
            rule.exempts(exempted.stream().distinct().toArray(String[]::new)).cap(random.nextInt(40_000), DAY);
        }
    }

    private static String[] methods(Random random) {
        return METHODS.stream()
                .filter(method -> method.equals("email") || random.nextBoolean())
                .toArray(String[]::new);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
