package io.sekisho.client;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order.
 *
 * @param category the shop's own word; gift_code, balance_topup, stored_value, digital, ticket and resale_goods have a
 *     meaning, everything else is goods
 * @param amount the line's total
 */
public record Item(
        @Nullable String sku,
        @Nullable String category,
        @Nullable Long quantity,
        @Nullable Money amount,
        @Nullable Recipient recipient) {

    /** What the fail policy means by an order with a gift. */
    private static final Set<String> GIFTS = Set.of("gift_code", "balance_topup", "stored_value");

    public Item {
        if (quantity != null && quantity < 1) {
            throw new IllegalArgumentException("A line has a quantity of at least 1, not " + quantity);
        }
    }

    public static Item of(String sku, String category, long quantity, Money amount) {
        return new Item(sku, category, quantity, amount, null);
    }

    public Item withRecipient(@Nullable Recipient newRecipient) {
        return new Item(sku, category, quantity, amount, newRecipient);
    }

    boolean isGift() {
        return category != null && GIFTS.contains(category);
    }

    Map<String, Object> toJson() {
        return new Members()
                .put("sku", sku)
                .put("category", category)
                .put("quantity", quantity)
                .put("amount", amount == null ? null : amount.toJson())
                .put("recipient", recipient == null ? null : recipient.toJson())
                .map();
    }
}
