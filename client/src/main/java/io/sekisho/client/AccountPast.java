package io.sekisho.client;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the shop knows of an account's past: with it, an account that Sekisho sees first is no stranger. */
public record AccountPast(
        @Nullable OffsetDateTime createdAt,
        @Nullable Long ordersBefore,
        @Nullable Long giftOrdersBefore,
        @Nullable OffsetDateTime lastOrderAt) {

    Map<String, Object> toJson() {
        return new Members()
                .put("created_at", createdAt == null ? null : Times.format(createdAt))
                .put("orders_before", ordersBefore)
                .put("gift_orders_before", giftOrdersBefore)
                .put("last_order_at", lastOrderAt == null ? null : Times.format(lastOrderAt))
                .map();
    }
}
