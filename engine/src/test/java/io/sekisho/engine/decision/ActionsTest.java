package io.sekisho.engine.decision;

import static io.sekisho.engine.decision.Shop.DAY;
import static io.sekisho.engine.testkit.EventDraft.EPOCH;
import static io.sekisho.engine.testkit.EventDraft.cardPayment;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.EventDraft.goods;
import static io.sekisho.engine.testkit.EventDraft.orderOf;
import static io.sekisho.engine.testkit.EventDraft.yen;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Payment;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionTarget;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.PolicyDraft;
import io.sekisho.engine.testkit.RuleDraft;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a decision asks for, and of what. */
final class ActionsTest {

    private static List<String> targets(ActionTarget target, EventDraft draft) {
        PolicyDraft policy = new PolicyDraft().rule(rule("acts").does(ActionVerb.OPEN_CASE, target));
        return targets(new Shop(policy).sends(draft));
    }

    private static List<String> targets(Assessment assessment) {
        return assessment.actions().stream().map(Action::target).toList();
    }

    @Test
    void reachWhatTheEventNames() {
        EventDraft login = event("login.succeeded").account("a1").session("s1");
        assertThat(targets(ActionTarget.ACCOUNT, login)).containsExactly("a1");
        assertThat(targets(ActionTarget.SESSION, login)).containsExactly("s1");
        assertThat(targets(ActionTarget.ORDER, orderOf("o1", yen(1)))).containsExactly("o1");
        EventDraft code = event("gift_code.issued").giftCode("c1", "o2", yen(1), null);
        assertThat(targets(ActionTarget.CODE, code)).containsExactly("c1");
        assertThat(targets(ActionTarget.ORDER, code)).containsExactly("o2");
        EventDraft declined = event("payment.declined").payment("p1", yen(1), "t1");
        assertThat(targets(ActionTarget.PAYMENT, declined)).containsExactly("p1");
    }

    @Test
    void reachEveryPaymentOfASplitOrder() {
        List<Payment> payments = List.of(
                cardPayment("p1", "t1"), new Payment("p2", "points", null, null), new Payment(null, "cod", null, null));
        EventDraft order = event("order.created").order("o1", yen(3), List.of(goods(yen(3))), payments);
        assertThat(targets(ActionTarget.PAYMENT, order)).containsExactly("p1", "p2");
    }

    @ParameterizedTest
    @EnumSource(ActionTarget.class)
    void areLeftOutWhereThereIsNothingToReach(ActionTarget target) {
        assertThat(targets(target, event("login.failed"))).isEmpty();
    }

    @Test
    void standInTheOrderOfTheRulesAndOnce() {
        PolicyDraft policy = new PolicyDraft()
                .rule(rule("one")
                        .does(ActionVerb.HOLD_ORDER, ActionTarget.ORDER)
                        .does(ActionVerb.NOTIFY_OUT_OF_BAND, ActionTarget.ACCOUNT))
                .rule(rule("missed").when("false").does(ActionVerb.OPEN_CASE, ActionTarget.ACCOUNT))
                .rule(rule("two")
                        .does(ActionVerb.REVOKE_SESSIONS, ActionTarget.ACCOUNT)
                        .does(ActionVerb.HOLD_ORDER, ActionTarget.RECENT_ORDERS));
        Assessment assessment = new Shop(policy).sends(orderOf("o1", yen(1)).account("a1"));
        assertThat(assessment.actions())
                .containsExactly(
                        new Action(ActionVerb.HOLD_ORDER, "o1"),
                        new Action(ActionVerb.NOTIFY_OUT_OF_BAND, "a1"),
                        new Action(ActionVerb.REVOKE_SESSIONS, "a1"));
    }

    private static RuleDraft onLogin(ActionTarget target) {
        return rule("acts").on("login.succeeded").does(ActionVerb.FREEZE_CODE, target);
    }

    private static EventDraft login(long millis) {
        return event("login.succeeded").account("a1").at(millis);
    }

    @Test
    void reachTheOrdersOfTheLastDayOldestFirst() {
        Shop shop = new Shop(new PolicyDraft().rule(onLogin(ActionTarget.RECENT_ORDERS)));
        shop.sends(orderOf("o1", yen(1)).account("a1").at(EPOCH));
        shop.sends(orderOf("o2", yen(1)).account("a1").at(EPOCH + 1));
        shop.sends(orderOf("other", yen(1)).account("a2").at(EPOCH + 2));
        shop.sends(event("order.updated")
                .account("a1")
                .order("o9", null, List.of(), List.of())
                .at(EPOCH + 3));
        shop.sends(orderOf("o1", yen(1)).account("a1").at(EPOCH + 4));
        assertThat(targets(shop.sends(login(EPOCH + DAY - 1)))).containsExactly("o1", "o2");
        shop.sends(orderOf("o3", yen(1)).account("a1").at(EPOCH + DAY));
        assertThat(targets(shop.sends(login(EPOCH + DAY + 1)))).containsExactly("o1", "o3");
        assertThat(targets(shop.sends(login(EPOCH + 2 * DAY - 1)))).containsExactly("o3");
        assertThat(targets(shop.sends(login(EPOCH + 2 * DAY)))).isEmpty();
    }

    @Test
    void reachTheCodesIssuedWithinTheLastDay() {
        Shop shop = new Shop(new PolicyDraft().rule(onLogin(ActionTarget.RECENT_CODES)));
        shop.sends(event("gift_code.issued").giftCode("c1", "o1", yen(1), null).account("a1"));
        shop.sends(event("gift_code.issued").giftCode("c2", "o1", yen(1), null).account("a1"));
        shop.sends(event("gift_code.viewed").giftCode("c3", "o1", yen(1), null).account("a1"));
        shop.sends(event("gift_code.issued").giftCode("c4", "o1", yen(1), null));
        assertThat(targets(shop.sends(login(EPOCH + 1)))).containsExactly("c1", "c2");
        assertThat(targets(shop.sends(login(EPOCH + DAY)))).isEmpty();
    }

    @Test
    void reachTheFiftyLatestAtMost() {
        Shop shop = new Shop(new PolicyDraft().rule(onLogin(ActionTarget.RECENT_ORDERS)));
        for (int i = 1; i <= 60; i++) {
            shop.sends(orderOf("o" + i, yen(1)).account("a1").at(EPOCH + i));
        }
        List<String> latest =
                IntStream.rangeClosed(11, 60).mapToObj(i -> "o" + i).toList();
        assertThat(targets(shop.sends(login(EPOCH + 100)))).isEqualTo(latest);
    }

    @Test
    void anOrderDecidedNamesItself() {
        PolicyDraft policy =
                new PolicyDraft().rule(rule("acts").does(ActionVerb.HOLD_ORDER, ActionTarget.RECENT_ORDERS));
        assertThat(targets(new Shop(policy).sends(orderOf("o1", yen(1)).account("a1"))))
                .containsExactly("o1");
    }
}
