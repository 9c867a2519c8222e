package io.sekisho.engine.decision;

import static io.sekisho.engine.decision.Shop.DAY;
import static io.sekisho.engine.decision.Shop.ids;
import static io.sekisho.engine.testkit.EventDraft.EPOCH;
import static io.sekisho.engine.testkit.EventDraft.giftOrderOf;
import static io.sekisho.engine.testkit.EventDraft.yen;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Money;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that lifts others, as far as its cap goes. */
final class ExemptionTest {

    private static final long CAP = 10_000;

    private final Shop shop = new Shop(policy());

    private static PolicyDraft policy() {
        return new PolicyDraft()
                .rule(rule("burst").score(40).outcome(Outcome.DENY))
                .rule(rule("other").score(5))
                .rule(rule("regular").score(1).exempts("burst").cap(CAP, DAY));
    }

    private static EventDraft order(long amount) {
        return giftOrderOf("o1", yen(amount)).account("a1");
    }

    private boolean isExempted(EventDraft draft) {
        Assessment assessment = shop.sends(draft);
        boolean isLifted = ids(assessment.lifted()).equals(List.of("burst"));
        assertThat(assessment.outcome()).isEqualTo(isLifted ? Outcome.ALLOW : Outcome.DENY);
        assertThat(assessment.score()).isEqualTo(isLifted ? 6 : 46);
        assertThat(ids(assessment.hits()))
                .isEqualTo(isLifted ? List.of("other", "regular") : List.of("burst", "other", "regular"));
        return isLifted;
    }

    @ParameterizedTest
    @CsvSource({"0, true", "9999, true", "10000, true", "10001, false"})
    void oneOrderPassesUpToTheCap(long amount, boolean isExempted) {
        assertThat(isExempted(order(amount))).isEqualTo(isExempted);
    }

    @ParameterizedTest
    @CsvSource({"3999, true", "4000, true", "4001, false"})
    void ordersOfTheWindowCountTogether(long third, boolean isExempted) {
        assertThat(isExempted(order(1_000))).isTrue();
        assertThat(isExempted(order(5_000).at(EPOCH + 1))).isTrue();
        assertThat(isExempted(order(third).at(EPOCH + 2))).isEqualTo(isExempted);
    }

    @Test
    void whatWasRefusedDoesNotCount() {
        assertThat(isExempted(order(10_001))).isFalse();
        assertThat(isExempted(order(10_000))).isTrue();
    }

    @Test
    void theCapIsFreeAgainOneWindowLater() {
        assertThat(isExempted(order(CAP))).isTrue();
        assertThat(isExempted(order(1).at(EPOCH + DAY - 1))).isFalse();
        assertThat(isExempted(order(1).at(EPOCH + DAY))).isTrue();
        assertThat(isExempted(order(CAP - 1).at(EPOCH + DAY + 1))).isTrue();
        assertThat(isExempted(order(1).at(EPOCH + DAY + 2))).isFalse();
    }

    @Test
    void aLateOrderStaysInTheWindowNoLongerThanItsOwnTime() {
        assertThat(isExempted(order(1_000).at(EPOCH + DAY))).isTrue();
        assertThat(isExempted(order(9_000).at(EPOCH + DAY / 2))).isTrue();
        assertThat(isExempted(order(1).at(EPOCH + DAY + 1))).isFalse();
        assertThat(isExempted(order(9_000).at(EPOCH + DAY + DAY / 2))).isTrue();
    }

    @Test
    void eachAccountHasACapOfItsOwn() {
        assertThat(isExempted(order(CAP))).isTrue();
        assertThat(isExempted(order(CAP).account("a2"))).isTrue();
        assertThat(isExempted(order(1))).isFalse();
    }

    @Test
    void nobodyKnownIsNotExempted() {
        assertThat(isExempted(order(1).account(null))).isFalse();
    }

    @Test
    void moneyOfAnotherCurrencyIsNotExempted() {
        assertThat(isExempted(giftOrderOf("o1", new Money(1, "USD")).account("a1")))
                .isFalse();
    }

    @Test
    void anAmountBeyondALongIsAboveEveryCap() {
        assertThat(isExempted(order(1))).isTrue();
        assertThat(isExempted(order(Long.MAX_VALUE))).isFalse();
    }

    @Test
    void anExemptingRuleThatDoesNotHitLiftsNothing() {
        Shop strict = new Shop(new PolicyDraft()
                .rule(rule("burst").outcome(Outcome.DENY))
                .rule(rule("regular").when("false").exempts("burst").cap(CAP, DAY)));
        assertThat(strict.sends(order(1)).outcome()).isEqualTo(Outcome.DENY);
    }

    @Test
    void aCapIsNotSpentWhereThereIsNothingToLift() {
        Shop calm = new Shop(new PolicyDraft()
                .rule(rule("burst").when("data.channel == 'app'").outcome(Outcome.DENY))
                .rule(rule("regular").exempts("burst").cap(CAP, DAY)));
        calm.sends(order(CAP).with("channel", "web"));
        assertThat(calm.sends(order(CAP).with("channel", "app")).outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void anExemptingRuleThatIsLiftedItselfLiftsNothing() {
        Shop shops = new Shop(new PolicyDraft()
                .rule(rule("burst").outcome(Outcome.DENY))
                .rule(rule("auditor").exempts("regular").cap(CAP, DAY))
                .rule(rule("regular").exempts("burst").cap(CAP, DAY)));
        Assessment assessment = shops.sends(order(1));
        assertThat(assessment.outcome()).isEqualTo(Outcome.DENY);
        assertThat(ids(assessment.lifted())).containsExactly("regular");
    }

    @Test
    void twoExemptingRulesHaveACapEach() {
        Shop shops = new Shop(new PolicyDraft()
                .rule(rule("burst").outcome(Outcome.DENY))
                .rule(rule("new-device").outcome(Outcome.HOLD))
                .rule(rule("regular").exempts("burst").cap(CAP, DAY))
                .rule(rule("travelling").exempts("new-device").cap(2 * CAP, DAY)));
        assertThat(shops.sends(order(CAP)).outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(ids(shops.sends(order(CAP)).lifted())).containsExactly("new-device");
    }
}
