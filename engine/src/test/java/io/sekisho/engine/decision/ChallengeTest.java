package io.sekisho.engine.decision;

import static io.sekisho.engine.decision.Shop.DAY;
import static io.sekisho.engine.decision.Shop.HOUR;
import static io.sekisho.engine.decision.Shop.MINUTE;
import static io.sekisho.engine.testkit.EventDraft.EPOCH;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clears a challenge: nothing that the attack may own. */
final class ChallengeTest {

    private static final long COOLING_OFF = 72 * HOUR;
    private static final List<String> ALL = FactorAges.METHODS;

    private static PolicyDraft policy() {
        PolicyDraft policy = new PolicyDraft();
        ALL.forEach(method -> policy.coolingOff(method, COOLING_OFF));
        return policy;
    }

    private static PolicyDraft challenging(String... methods) {
        return policy().rule(rule("asks").on("login.succeeded").challenge(15 * MINUTE, methods));
    }

    private static EventDraft login(long millis) {
        return event("login.succeeded").account("a1").at(millis);
    }

    private static List<String> offered(Assessment assessment) {
        return assessment.required() == null ? List.of() : assessment.required().methods();
    }

    @Test
    void isClearedByWhatEveryRuleAcceptsWithinTheShortestTime() {
        PolicyDraft policy = policy().rule(rule("one").challenge(15 * MINUTE, "passkey", "sms", "callback"))
                .rule(rule("two").challenge(10 * MINUTE, "callback", "passkey", "app"))
                .rule(rule("mild").required(1, "email"));
        Assessment assessment = new Shop(policy).sends(login(EPOCH).receivedAt(EPOCH + 7));
        assertThat(assessment.outcome()).isEqualTo(Outcome.CHALLENGE);
        assertThat(assessment.required())
                .isEqualTo(new Assessment.Required(List.of("passkey", "callback"), EPOCH + 7 + 10 * MINUTE));
    }

    @Test
    void ofABandAloneIsClearedByThingsThatAreHardToSteal() {
        PolicyDraft policy = policy().band(0, "low", Outcome.CHALLENGE);
        assertThat(new Shop(policy).sends(login(EPOCH)).required())
                .isEqualTo(new Assessment.Required(List.of("passkey", "app", "callback"), EPOCH + 15 * MINUTE));
    }

    @Test
    void becomesAHoldWhereTheRulesAcceptNothingInCommon() {
        PolicyDraft policy = policy().rule(rule("one").challenge(MINUTE, "passkey"))
                .rule(rule("two").challenge(MINUTE, "app"));
        assertHeldForWantOfAFactor(new Shop(policy).sends(login(EPOCH)));
    }

    @ParameterizedTest
    @CsvSource({"sms", "totp", "app", "passkey", "email", "callback", "3ds"})
    void anAddedFactorClearsNothingUntilItHasCooledOff(String method) {
        Shop shop = new Shop(challenging("passkey", "app", "sms", "totp", "email", "callback", "3ds"));
        shop.sends(event("credential.added").account("a1").credential(method));
        assertThat(offered(shop.sends(login(EPOCH)))).hasSize(6).doesNotContain(method);
        assertThat(offered(shop.sends(login(EPOCH + COOLING_OFF - 1))))
                .hasSize(6)
                .doesNotContain(method);
        assertThat(offered(shop.sends(login(EPOCH + COOLING_OFF)))).hasSize(7).contains(method);
    }

    @Test
    void aChangedTelephoneClearsNeitherBySmsNorByCall() {
        Shop shop = new Shop(challenging("sms", "callback", "email", "passkey"));
        shop.sends(event("account.phone_changed").account("a1"));
        assertThat(offered(shop.sends(login(EPOCH + 1)))).containsExactly("email", "passkey");
    }

    @Test
    void aChangedMailboxClearsNothingByMail() {
        Shop shop = new Shop(challenging("sms", "callback", "email", "passkey"));
        shop.sends(event("account.email_changed").account("a1"));
        assertThat(offered(shop.sends(login(EPOCH + 1)))).containsExactly("sms", "callback", "passkey");
    }

    @Test
    void theNewestChangeCountsHoweverTheEventsCome() {
        Shop shop = new Shop(challenging("email", "sms"));
        shop.sends(event("account.email_changed").account("a1").at(EPOCH + DAY));
        shop.sends(event("account.email_changed").account("a1").at(EPOCH));
        assertThat(offered(shop.sends(login(EPOCH + COOLING_OFF)))).containsExactly("sms");
        assertThat(offered(shop.sends(login(EPOCH + DAY + COOLING_OFF)))).containsExactly("email", "sms");
    }

    @Test
    void theChangeThatIsDecidedCountsItself() {
        PolicyDraft policy = policy().rule(rule("asks").challenge(MINUTE, "passkey", "app"));
        EventDraft added = event("credential.added").account("a1").credential("passkey");
        assertThat(offered(new Shop(policy).sends(added))).containsExactly("app");
    }

    @Test
    void aFactorWithoutACoolingOffTimeClearsAtOnce() {
        PolicyDraft policy =
                new PolicyDraft().coolingOff("email", HOUR).rule(rule("asks").challenge(MINUTE, "passkey", "email"));
        Shop shop = new Shop(policy);
        shop.sends(event("account.email_changed").account("a1"));
        EventDraft added = event("credential.added").account("a1").credential("passkey");
        assertThat(offered(shop.sends(added))).containsExactly("passkey");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3600000, true", "3600001, false"})
    void whatIsEnrolledWithinAnHourOfTheAccountIsItsOwners(long millisAfter, boolean isTrusted) {
        Shop shop = new Shop(challenging("passkey", "app"));
        shop.sends(event("account.created").account("a1"));
        shop.sends(event("credential.added").account("a1").credential("passkey").at(EPOCH + millisAfter));
        List<String> offered = offered(shop.sends(login(EPOCH + millisAfter + 1)));
        assertThat(offered.contains("passkey")).isEqualTo(isTrusted);
        assertThat(offered).contains("app");
    }

    @Test
    void aPasswordThatWasAddedTouchesNoFactor() {
        Shop shop = new Shop(challenging("passkey"));
        shop.sends(event("credential.added").account("a1").credential("password"));
        assertThat(offered(shop.sends(login(EPOCH)))).containsExactly("passkey");
    }

    @Test
    void becomesAHoldWhereOnlyTheAttackerCouldPass() {
        Shop shop = new Shop(challenging("sms", "callback"));
        shop.sends(event("account.phone_changed").account("a1"));
        assertHeldForWantOfAFactor(shop.sends(login(EPOCH + 1)));
        assertThat(shop.sends(login(EPOCH + 1).account("a2")).outcome()).isEqualTo(Outcome.CHALLENGE);
    }

    @Test
    void ofNobodyKnownOffersEveryMethod() {
        Shop shop = new Shop(challenging("sms", "passkey"));
        assertThat(offered(shop.sends(login(EPOCH).account(null)))).containsExactly("sms", "passkey");
    }

    @Test
    void aHoldOffersTrustedMethodsOnlyAndStandsWithoutAny() {
        PolicyDraft policy =
                policy().rule(rule("holds").on("login.*").required(HOUR, "sms").hold(DAY, true, "reviewed"));
        Shop shop = new Shop(policy);
        assertThat(offered(shop.sends(login(EPOCH)))).containsExactly("sms");
        shop.sends(event("account.phone_changed").account("a1"));
        Assessment assessment = shop.sends(login(EPOCH + 1));
        assertThat(assessment.outcome()).isEqualTo(Outcome.HOLD);
        assertThat(assessment.required()).isNull();
        assertThat(assessment.why()).isEmpty();
    }

    @Test
    void aDenialAsksForNothing() {
        PolicyDraft policy = policy().rule(rule("asks").challenge(MINUTE, "sms"))
                .rule(rule("denies").outcome(Outcome.DENY));
        assertThat(new Shop(policy).sends(login(EPOCH)).required()).isNull();
    }

    @Test
    void remembersTheFactorsOfManyAccounts() {
        Shop shop = new Shop(challenging("email", "passkey"));
        for (int i = 0; i < 500; i++) {
            shop.sends(event(i % 2 == 0 ? "account.email_changed" : "account.created")
                    .account("b" + i));
        }
        for (int i = 0; i < 500; i++) {
            assertThat(offered(shop.sends(login(EPOCH).account("b" + i))).contains("email"))
                    .as("account %d", i)
                    .isEqualTo(i % 2 == 1);
        }
    }

    private static void assertHeldForWantOfAFactor(Assessment assessment) {
        assertThat(assessment.outcome()).isEqualTo(Outcome.HOLD);
        assertThat(assessment.why()).isEqualTo("no_trusted_factor");
        assertThat(assessment.status()).isEqualTo(Assessment.Status.EVALUATED);
        assertThat(assessment.required()).isNull();
        assertThat(assessment.hold()).isNotNull();
        assertThat(assessment.hold().cancelsOnExpiry()).isTrue();
    }
}
