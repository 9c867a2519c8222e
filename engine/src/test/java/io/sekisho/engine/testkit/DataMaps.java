package io.sekisho.engine.testkit;

import io.sekisho.engine.event.Card;
import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Payment;
import io.sekisho.engine.event.Recipient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of an event as the maps in which expressions see them. */
final class DataMaps {

    private DataMaps() {}

    static Map<String, Object> of(Money money) {
        return Map.of("value", money.value(), "currency", money.currency());
    }

    static Map<String, Object> of(Item item) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "sku", item.sku());
        put(map, "category", item.category());
        put(map, "quantity", item.quantity());
        put(map, "amount", item.amount() == null ? null : of(item.amount()));
        put(map, "recipient", item.recipient() == null ? null : of(item.recipient()));
        return map;
    }

    static Map<String, Object> of(Recipient recipient) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "email", recipient.email());
        put(map, "phone", recipient.phone());
        put(map, "account_id", recipient.accountId());
        put(map, "name", recipient.name());
        put(map, "message", recipient.message());
        return map;
    }

    static Map<String, Object> of(Payment payment) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "payment_id", payment.paymentId());
        put(map, "method", payment.method());
        put(map, "amount", payment.amount() == null ? null : of(payment.amount()));
        put(map, "card", payment.card() == null ? null : of(payment.card()));
        return map;
    }

    static Map<String, Object> of(Card card) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "token", card.token());
        put(map, "brand", card.brand());
        put(map, "country", card.country());
        return map;
    }

    static List<Map<String, Object>> ofItems(List<Item> items) {
        return items.stream().map(DataMaps::of).toList();
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
