package io.sekisho.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param amount all that is charged; needed by {@code order.created}
 * @param items its lines; needed by {@code order.created}, null elsewhere where they are not told
 * @param payments one, or several where the payment is split
 */
public record Order(
        String orderId,
        @Nullable Money amount,
        @Nullable List<Item> items,
        List<Payment> payments,
        @Nullable Address shipping) {

    public Order {
        items = items == null ? null : List.copyOf(items);
        payments = List.copyOf(payments);
    }

    /** An order that was told before. */
    public static Order of(String orderId) {
        return new Order(orderId, null, null, List.of(), null);
    }

    /** A new order; payment and shipping are added. */
    public static Order of(String orderId, Money amount, List<Item> items) {
        return new Order(orderId, amount, items, List.of(), null);
    }

    public Order paidWith(Payment... newPayments) {
        return new Order(orderId, amount, items, List.of(newPayments), shipping);
    }

    public Order shippedTo(@Nullable Address newShipping) {
        return new Order(orderId, amount, items, payments, newShipping);
    }

    boolean hasGift() {
        return items != null && items.stream().anyMatch(Item::isGift);
    }

    Map<String, Object> toJson() {
        List<Map<String, Object>> paid = payments.stream().map(Payment::toJson).toList();
        return new Members()
                .put("order_id", orderId)
                .put("amount", amount == null ? null : amount.toJson())
                .put(
                        "items",
                        items == null ? null : items.stream().map(Item::toJson).toList())
                .put("payment", paid.size() == 1 ? paid.get(0) : null)
                .put("payments", paid.size() > 1 ? paid : null)
                .put("shipping", shipping == null ? null : shipping.toJson())
                .map();
    }
}
