package io.sekisho.engine.decision;

import static io.sekisho.engine.decision.Shop.HOUR;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.EventDraft.gift;
import static io.sekisho.engine.testkit.EventDraft.goods;
import static io.sekisho.engine.testkit.EventDraft.yen;
import static io.sekisho.engine.testkit.RuleDraft.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.testkit.EventDraft;
import io.sekisho.engine.testkit.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gift codes and stored value never leave because nobody looked in time. */
final class GiftHoldTest {

    private static final PolicyDraft RELEASING =
            new PolicyDraft().rule(rule("holds").hold(HOUR, false, "owner_confirmed"));

    static List<EventDraft> storedValue() {
        return List.of(
                order(gift(yen(5_000), null)),
                order(goods(yen(100)), gift(yen(5_000), null)),
                order(gift(null, null)),
                order(gift(yen(0), null)),
                order(gift(new Money(50, "USD"), null)),
                order(gift(yen(Long.MAX_VALUE), null), gift(yen(Long.MAX_VALUE), null)),
                order(new Item("top-up", "balance_topup", 1L, yen(1), null)),
                order(new Item("value", "stored_value", 1L, null, null)),
                event("gift_code.issued").giftCode("c1", "o1", yen(500), null),
                event("gift_code.issued").giftCode("c1", "o1", null, null),
                event("gift_balance.transferred").detail(new Detail.Balance(yen(500), null, null)));
    }

    @ParameterizedTest
    @MethodSource("storedValue")
    void aHoldOfStoredValueIsCancelledAtItsEndWhateverTheRuleSays(EventDraft draft) {
        assertThat(new Shop(RELEASING).sends(draft).hold().cancelsOnExpiry()).isTrue();
    }

    @Test
    void aHoldOfGoodsEndsAsTheRuleSays() {
        assertThat(new Shop(RELEASING).sends(order(goods(yen(100)))).hold().cancelsOnExpiry())
                .isFalse();
        assertThat(new Shop(RELEASING).sends(event("login.succeeded")).hold().cancelsOnExpiry())
                .isFalse();
    }

    private static EventDraft order(Item... items) {
        return event("order.created").order("o1", yen(5_100), List.of(items), List.of());
    }
}
