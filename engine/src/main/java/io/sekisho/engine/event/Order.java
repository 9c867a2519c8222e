package io.sekisho.engine.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as far as the event tells of it.
 *
 * @param amount all that is charged
 * @param items empty where the event does not repeat them
 * @param payments one, or several where the payment is split
 */
public record Order(
        String orderId,
        @Nullable Money amount,
        List<Item> items,
        List<Payment> payments,
        @Nullable Shipping shipping) {

    public Order {
        items = List.copyOf(items);
        payments = List.copyOf(payments);
    }
}
