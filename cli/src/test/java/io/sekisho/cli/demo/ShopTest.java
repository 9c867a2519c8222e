package io.sekisho.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.demo.Shop.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShopTest {

    private final Shop shop = new Shop();

    @Test
    void letsNothingFollowFromAStoppedOrder() {
        PlayedEvent order = order("o1", 5_000, true);

        assertThat(shop.take(order, answer("deny"))).isFalse();

        assertThat(shop.stillHappens(event("payment.captured", Map.of("order_id", "o1"), true)))
                .isFalse();
        assertThat(shop.stillHappens(event("payment.captured", Map.of("order_id", "o2"), true)))
                .isTrue();
        assertThat(shop.sums()).isEqualTo(new Shop.Sums(1, 5_000, 0, 0));
    }

    @Test
    void countsWhatWentThroughAsLostUntilItIsHeld() {
        shop.take(order("o1", 3_000, true), answer("allow"));
        assertThat(shop.sums()).isEqualTo(new Shop.Sums(1, 0, 3_000, 0));

        shop.take(order("o2", 4_000, true), answer("deny", "o1"));

        assertThat(shop.sums()).isEqualTo(new Shop.Sums(2, 7_000, 0, 0));
        assertThat(shop.stillHappens(event("gift_code.issued", Map.of("order_id", "o1"), true)))
                .isFalse();
    }

    @Test
    void onlyTheOwnerCanConfirm() {
        assertThat(shop.take(order("o1", 100, false), answer("challenge"))).isTrue();
        assertThat(shop.take(order("o2", 100, true), answer("challenge"))).isFalse();

        assertThat(shop.stillHappens(event("payment.captured", Map.of("order_id", "o1"), false)))
                .isTrue();
        shop.refuse(order("o1", 100, false));
        assertThat(shop.stillHappens(event("payment.captured", Map.of("order_id", "o1"), false)))
                .isFalse();
        assertThat(shop.sums()).isEqualTo(new Shop.Sums(1, 100, 0, 1));
    }

    @Test
    void whoIsNotLetInDoesNothingFurther() {
        shop.take(event("login.succeeded", Map.of(), true), answer("challenge"));

        assertThat(shop.stillHappens(order("o1", 100, true))).isFalse();
        assertThat(shop.stillHappens(order("o2", 100, false)))
                .as("its owner does")
                .isTrue();
    }

    private static PlayedEvent order(String id, long yen, boolean isAttack) {
        Map<String, Object> order = Map.of("order_id", id, "amount", Map.of("value", yen, "currency", "JPY"));
        return event("order.created", Map.of("order", order), isAttack);
    }

    private static PlayedEvent event(String type, Map<String, Object> data, boolean isAttack) {
        Map<String, Object> whole = new HashMap<>(data);
        whole.put("account_id", "a1");
        Map<String, Object> tree = new HashMap<>(Map.of("type", type, "time", "2026-11-24T00:00:00Z"));
        tree.put("data", whole);
        return new PlayedEvent(0, tree, isAttack);
    }

    private static Answer answer(String outcome, String... held) {
        return new Answer("d1", outcome, Map.of(), List.of("passkey"), List.of(held), false);
    }
}
