package io.sekisho.engine.decision;

import static io.sekisho.engine.decision.Shop.DAY;
import static io.sekisho.engine.decision.Shop.HOUR;
import static io.sekisho.engine.decision.Shop.MINUTE;
import static io.sekisho.engine.decision.Shop.ids;
import static io.sekisho.engine.testkit.EventDraft.EPOCH;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.FeatureDraft.feature;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.feature.Aggregate;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.rule.RuleDefinition.Status;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.PolicyDraft;
import io.sekisho.engine.testkit.RandomShop;
import io.sekisho.engine.testkit.RandomShop.Pace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what the rules say becomes one answer. */
final class FoldingTest {

    private static EventDraft login() {
        return event("login.succeeded").account("a1").with("channel", "web");
    }

    private static Assessment decided(PolicyDraft policy) {
        return new Shop(policy).sends(login());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "10, 20, 30", "60, 40, 100", "60, 41, 100", "100, 100, 100"})
    void theScoreIsTheSumUpToAHundred(int first, int second, int score) {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("first").score(first))
                .rule(rule("missed").score(7).when("false"))
                .rule(rule("second").score(second));
        Assessment assessment = decided(policy);
        assertThat(assessment.score()).isEqualTo(score);
        assertThat(ids(assessment.hits())).containsExactly("first", "second");
    }

    @ParameterizedTest
    @CsvSource({
        "0, low, ALLOW",
        "29, low, ALLOW",
        "30, medium, ALLOW",
        "69, medium, ALLOW",
        "70, high, HOLD",
        "89, high, HOLD",
        "90, highest, DENY",
        "100, highest, DENY",
    })
    void theBandOfTheScoreGivesLevelAndPerhapsOutcome(int score, String level, Outcome outcome) {
        PolicyDraft policy = new PolicyDraft()
                .band(0, "low", null)
                .band(30, "medium", null)
                .band(70, "high", Outcome.HOLD)
                .band(90, "highest", Outcome.DENY)
                .rule(rule("scores").score(score));
        Assessment assessment = decided(policy);
        assertThat(assessment.level()).isEqualTo(level);
        assertThat(assessment.outcome()).isEqualTo(outcome);
        assertThat(assessment.status()).isEqualTo(Assessment.Status.EVALUATED);
        assertThat(assessment.why()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOW, ALLOW, ALLOW",
        "ALLOW, CHALLENGE, CHALLENGE",
        "HOLD, CHALLENGE, HOLD",
        "CHALLENGE, DENY, DENY",
        "DENY, HOLD, DENY",
    })
    void theStrictestOutcomeCounts(Outcome first, Outcome second, Outcome strictest) {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("first").required(MINUTE, "passkey").outcome(first))
                .rule(rule("second").required(MINUTE, "passkey").outcome(second));
        assertThat(decided(policy).outcome()).isEqualTo(strictest);
    }

    @Test
    void theStricterOfBandAndRulesCounts() {
        PolicyDraft policy = new PolicyDraft()
                .band(0, "low", null)
                .band(50, "high", Outcome.HOLD)
                .rule(rule("denies").score(60).outcome(Outcome.DENY).when("data.channel == 'web'"))
                .rule(rule("allows").score(60).outcome(Outcome.ALLOW).when("data.channel == 'app'"));
        Shop shop = new Shop(policy);
        assertThat(shop.sends(login()).outcome()).isEqualTo(Outcome.DENY);
        assertThat(shop.sends(login().with("channel", "app")).outcome()).isEqualTo(Outcome.HOLD);
    }

    @Test
    void aShadowRuleIsRecordedAndChangesNothing() {
        PolicyDraft policy = new PolicyDraft()
                .band(0, "low", null)
                .band(50, "high", Outcome.DENY)
                .rule(rule("live").score(10).outcome(Outcome.CHALLENGE).required(MINUTE, "passkey", "sms"))
                .rule(rule("shadow")
                        .status(Status.SHADOW)
                        .score(90)
                        .required(1, "passkey")
                        .hold(DAY, true, "reviewed")
                        .outcome(Outcome.DENY)
                        .releaseAfter(5)
                        .exempts("live")
                        .cap(9, DAY)
                        .does(ActionVerb.OPEN_CASE, ActionTarget.ACCOUNT))
                .rule(rule("shadow-missed").status(Status.SHADOW).when("false"))
                .rule(rule("asleep").status(Status.OFF).score(90).outcome(Outcome.DENY));
        Assessment assessment = decided(policy);
        PolicyDraft without = new PolicyDraft()
                .band(0, "low", null)
                .band(50, "high", Outcome.DENY)
                .rule(rule("live").score(10).outcome(Outcome.CHALLENGE).required(MINUTE, "passkey", "sms"));
        Assessment bare = decided(without);
        assertThat(ids(assessment.shadowHits())).containsExactly("shadow");
        assertThat(ids(assessment.hits())).containsExactly("live");
        assertThat(assessment.lifted()).isEmpty();
        assertThat(List.of(assessment.outcome(), assessment.score(), assessment.level(), assessment.actions()))
                .isEqualTo(List.of(bare.outcome(), bare.score(), bare.level(), bare.actions()));
        assertThat(assessment.required()).isEqualTo(bare.required());
        assertThat(assessment.hold()).isNull();
        assertThat(assessment.releaseMillis()).isNull();
    }

    @Test
    void aRuleThatCouldNotTellIsListedAndHitsOnlyIfItSaysSo() {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("ignoring").when("data.ip == 'x'").score(10))
                .rule(rule("hitting").when("data.ip == 'x'").hitsOnUnknown().score(20))
                .rule(rule("failing").when("10 / data.zero > 1").score(40))
                .rule(rule("watching")
                        .when("data.ip == 'x'")
                        .status(Status.SHADOW)
                        .hitsOnUnknown());
        Assessment assessment = new Shop(policy).sends(login().with("zero", 0L));
        assertThat(ids(assessment.unknown())).containsExactly("ignoring", "hitting", "failing", "watching");
        assertThat(ids(assessment.hits())).containsExactly("hitting");
        assertThat(ids(assessment.shadowHits())).containsExactly("watching");
        assertThat(assessment.score()).isEqualTo(20);
        assertThat(assessment.status()).isEqualTo(Assessment.Status.EVALUATED);
    }

    @Test
    void absentFeaturesMakeThreeValues() {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("known_device", Aggregate.KNOWN).window("ever").excludesCurrent())
                .rule(rule("unknown").when("!f.known_device"))
                .rule(rule("or").when("!f.known_device || data.channel == 'web'"))
                .rule(rule("and").when("!f.known_device && data.channel == 'app'"))
                .rule(rule("other").when("data.channel == 'app' || !f.known_device"));
        Assessment assessment = decided(policy);
        assertThat(ids(assessment.hits())).containsExactly("or");
        assertThat(ids(assessment.unknown())).containsExactly("unknown", "other");
    }

    @Test
    void rulesSeeTheirTypesOnly() {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("logins").on("login.*"))
                .rule(rule("orders").on("order.created"))
                .rule(rule("own").on("custom.visit"))
                .rule(rule("all").on("*"));
        Shop shop = new Shop(policy);
        assertThat(ids(shop.sends(login()).hits())).containsExactly("logins", "all");
        assertThat(ids(shop.sends(event("custom.visit")).hits())).containsExactly("own", "all");
        assertThat(ids(shop.sends(event("custom.visits")).hits())).containsExactly("all");
    }

    @Test
    void aTypeThatIsNotDecidedIsCountedOnly() {
        PolicyDraft policy = new PolicyDraft()
                .decides("login.*", "custom.visit")
                .feature(feature("events", Aggregate.COUNT))
                .rule(rule("busy").on("login.*").when("f.events == 3"));
        Engine engine = new Shop(policy).engine();
        assertThat(engine.accept(event("wallet.linked").account("a1").build(), new Facts()))
                .isEmpty();
        assertThat(engine.accept(event("custom.other").account("a1").build(), new Facts()))
                .isEmpty();
        assertThat(engine.accept(event("custom.visit").build(), new Facts())).isPresent();
        Assessment assessment = engine.accept(login().build(), new Facts()).orElseThrow();
        assertThat(ids(assessment.hits())).containsExactly("busy");
        assertThat(engine.sequence()).isEqualTo(4);
    }

    @Test
    void anEventOfThePastIsCountedWithoutBeingDecided() {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("events", Aggregate.COUNT))
                .rule(rule("second").when("f.events == 2"));
        Shop shop = new Shop(policy);
        shop.engine().count(login().build(), new Facts());
        assertThat(ids(shop.sends(login()).hits())).containsExactly("second");
    }

    @Test
    void anEventOlderThan180DaysIsCountedAndNotDecided() {
        PolicyDraft policy = new PolicyDraft()
                .band(0, "low", Outcome.DENY)
                .feature(feature("ever", Aggregate.COUNT).window("ever"))
                .rule(rule("counted").when("f.ever == 3"));
        Shop shop = new Shop(policy);
        Assessment late = shop.sends(login().past().receivedAt(EPOCH + 180 * DAY + 1));
        assertThat(late.status()).isEqualTo(Assessment.Status.NOT_EVALUATED);
        assertThat(late.why()).isEqualTo("event_too_old");
        assertThat(late.outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(late.level()).isEqualTo("low");
        Assessment justInTime = shop.sends(login().receivedAt(EPOCH + 180 * DAY));
        assertThat(justInTime.status()).isEqualTo(Assessment.Status.EVALUATED);
        assertThat(ids(shop.sends(login().at(EPOCH + 1)).hits())).containsExactly("counted");
    }

    @Test
    void theLongestHoldCountsAndOnlyWhatAllAcceptReleasesIt() {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("short").hold(HOUR, false, "reviewed", "owner_confirmed"))
                .rule(rule("long").hold(2 * HOUR, false, "owner_confirmed", "reviewed", "aged"));
        Assessment.Hold hold =
                new Shop(policy).sends(login().receivedAt(EPOCH + 9)).hold();
        assertThat(hold)
                .isEqualTo(new Assessment.Hold(EPOCH + 9 + 2 * HOUR, false, List.of("reviewed", "owner_confirmed")));
    }

    @Test
    void aHoldIsCancelledAtItsEndIfAnyRuleSaysSo() {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("mild").hold(2 * HOUR, false, "reviewed"))
                .rule(rule("strict").hold(HOUR, true, "reviewed"));
        assertThat(decided(policy).hold()).isEqualTo(new Assessment.Hold(EPOCH + 2 * HOUR, true, List.of("reviewed")));
    }

    @Test
    void onlyAReviewReleasesAHoldWhoseRulesAcceptNothingInCommon() {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("one").hold(HOUR, false, "owner_confirmed"))
                .rule(rule("other").hold(HOUR, false, "aged"));
        assertThat(decided(policy).hold().releaseOn()).containsExactly("reviewed");
    }

    @Test
    void aHoldWithoutTermsLastsADayAndIsCancelled() {
        PolicyDraft policy = new PolicyDraft().rule(rule("holds").outcome(Outcome.HOLD));
        assertThat(decided(policy).hold())
                .isEqualTo(new Assessment.Hold(EPOCH + DAY, true, List.of("owner_confirmed", "reviewed")));
    }

    @Test
    void aHoldCarriesTheMethodsThatItsRulesName() {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("holds").required(15 * MINUTE, "passkey", "callback").hold(DAY, true, "reviewed"));
        Assessment assessment = new Shop(policy).sends(login().receivedAt(EPOCH + 9));
        assertThat(assessment.required())
                .isEqualTo(new Assessment.Required(List.of("passkey", "callback"), EPOCH + 9 + 15 * MINUTE));
    }

    @Test
    void anAllowedCodeLeavesAfterTheLongestDelay() {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("a minute").releaseAfter(MINUTE))
                .rule(rule("five").releaseAfter(5 * MINUTE))
                .rule(rule("stern").when("data.channel == 'app'").outcome(Outcome.DENY));
        Shop shop = new Shop(policy);
        assertThat(shop.sends(login().receivedAt(EPOCH + 9)).releaseMillis()).isEqualTo(EPOCH + 9 + 5 * MINUTE);
        assertThat(shop.sends(login().with("channel", "app")).releaseMillis()).isNull();
    }

    @Test
    void nothingIsRequiredHeldOrDelayedWhereAllIsWell() {
        Assessment assessment = decided(new PolicyDraft());
        assertThat(assessment.outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(assessment.required()).isNull();
        assertThat(assessment.hold()).isNull();
        assertThat(assessment.releaseMillis()).isNull();
        assertThat(assessment.actions()).isEmpty();
    }

    @Test
    void sameEventsSameAnswers() {
        PolicyDraft policy = new PolicyDraft()
                .feature(feature("n", Aggregate.COUNT).window("1h"))
                .band(0, "low", null)
                .band(20, "high", Outcome.CHALLENGE)
                .rule(rule("busy").when("f.n > 2").score(20).does(ActionVerb.OPEN_CASE, ActionTarget.ACCOUNT));
        Shop one = new Shop(policy);
        Shop other = new Shop(policy);
        Pace pace = new Pace("hours", 500, 60_000, 20, 4);
        for (Event event : new RandomShop(3, pace).events()) {
            Assessment first = one.sends(event);
            Assessment second = other.sends(event);
            // Rules are compared by what they are, for the two engines compiled the policy each for itself.
            assertThat(second)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(".*condition.*")
                    .isEqualTo(first);
        }
    }
}
