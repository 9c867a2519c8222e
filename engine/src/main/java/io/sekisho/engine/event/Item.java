package io.sekisho.engine.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order or a cart.
 *
 * @param category the shop's own word; the words of {@link #STORED_VALUE} have a meaning
 * @param amount the line's total, not the price of one piece
 */
public record Item(
        @Nullable String sku,
        @Nullable String category,
        @Nullable Long quantity,
        @Nullable Money amount,
        @Nullable Recipient recipient) {

    /** Categories that are money in another form: once out, they are gone. */
    public static final Set<String> STORED_VALUE = Set.of("gift_code", "balance_topup", "stored_value");

    public boolean isStoredValue() {
        return category != null && STORED_VALUE.contains(category);
    }
}
