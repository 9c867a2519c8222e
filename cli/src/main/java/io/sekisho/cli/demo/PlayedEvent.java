package io.sekisho.cli.demo;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.wire.json.JsonTree;
import java.util.List;
import java.util.Map;

/**
 * An event of the shop's day.
 *
 * @param arrivalMillis when the shop sends it
 * @param tree as it will be sent
 * @param isAttack true where somebody else than the owner caused it
 */
record PlayedEvent(long arrivalMillis, Map<String, Object> tree, boolean isAttack) {

    String type() {
        return text(tree, "type");
    }

    long millis() {
        return Timestamps.parse(text(tree, "time")).orElseThrow().millis();
    }

    String account() {
        return text(data(), "account_id");
    }

    String session() {
        return text(data(), "session_id");
    }

    /** The order that it is about; empty where there is none, or several. */
    String order() {
        Map<String, Object> order = members(data(), "order");
        return order.isEmpty() ? text(data(), "order_id") : text(order, "order_id");
    }

    /** What the order costs; 0 where it is none. */
    long yen() {
        return members(members(data(), "order"), "amount").get("value") instanceof Long value ? value : 0;
    }

    boolean isGift() {
        return members(data(), "order").get("items") instanceof List<?> items
                && items.stream().anyMatch(item -> "gift_code".equals(((Map<?, ?>) item).get("category")));
    }

    Map<String, Object> data() {
        return members(tree, "data");
    }

    static Map<String, Object> members(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> members ? JsonTree.members(members) : Map.of();
    }

    static String text(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof String text ? text : "";
    }
}
