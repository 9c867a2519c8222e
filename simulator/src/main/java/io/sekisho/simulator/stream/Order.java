package io.sekisho.simulator.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An order as it is placed.
 *
 * @param shipTo null where nothing is sent by parcel
 */
public record Order(
        String id,
        List<Item> items,
        List<Payment> payments,
        @Nullable Address shipTo) {
    public Order {
        items = List.copyOf(items);
        payments = List.copyOf(payments);
    }

    /** All that is charged, in yen. */
    public long amount() {
        return items.stream().mapToLong(Item::amount).sum();
    }

    public boolean isGift() {
        return items.stream().anyMatch(Item::isGift);
    }

    /** The part that can be turned into money, in yen. */
    public long storedValue() {
        return items.stream()
                .filter(Item::isStoredValue)
                .mapToLong(Item::amount)
                .sum();
    }

    void write(JsonGenerator json) {
        json.writeObjectPropertyStart("order");
        json.writeStringProperty("order_id", id);
        Yen.write(json, "amount", amount());
        json.writeArrayPropertyStart("items");
        items.forEach(item -> item.write(json));
        json.writeEndArray();
        writePayments(json);
        if (shipTo != null) {
            json.writeObjectPropertyStart("shipping");
            shipTo.writeFields(json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writePayments(JsonGenerator json) {
        if (payments.size() == 1) {
            json.writeObjectPropertyStart("payment");
            payments.getFirst().writeFields(json);
            json.writeEndObject();
            return;
        }
        json.writeArrayPropertyStart("payments");
        payments.forEach(payment -> payment.writeSplit(json));
        json.writeEndArray();
    }
}
