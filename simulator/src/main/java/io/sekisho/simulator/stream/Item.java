package io.sekisho.simulator.stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A line of an order or a cart.
 *
 * @param amount total of the line in yen
 * @param recipient e-mail address that a gift goes to, null for anything else
 */
public record Item(
        String sku,
        String category,
        int quantity,
        long amount,
        @Nullable String recipient) {
    public static final String GIFT = "gift_code";

    public boolean isGift() {
        return category.equals(GIFT);
    }

    /** Whether it can be turned into money: what an attacker is after. */
    public boolean isStoredValue() {
        return switch (category) {
            case GIFT, "balance_topup", "stored_value", "resale_goods" -> true;
            default -> false;
        };
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("sku", sku);
        json.writeStringProperty("category", category);
        json.writeNumberProperty("quantity", quantity);
        Yen.write(json, "amount", amount);
        if (recipient != null) {
            json.writeObjectPropertyStart("recipient");
            json.writeStringProperty("email", recipient);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
