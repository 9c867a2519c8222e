package io.sekisho.client;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the shop knows of an account: with its past, an account that Sekisho sees first is no stranger; with its addresses,
 * its owner can be told.
 *
 * @param language in which its owner reads, such as {@code ja}
 */
public record AccountPast(
        @Nullable OffsetDateTime createdAt,
        @Nullable Long ordersBefore,
        @Nullable Long giftOrdersBefore,
        @Nullable OffsetDateTime lastOrderAt,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language) {

    /** The past alone. */
    public AccountPast(
            @Nullable OffsetDateTime createdAt,
            @Nullable Long ordersBefore,
            @Nullable Long giftOrdersBefore,
            @Nullable OffsetDateTime lastOrderAt) {
        this(createdAt, ordersBefore, giftOrdersBefore, lastOrderAt, null, null, null);
    }

    /** The same, and how the account's owner is reached. */
    public AccountPast reachedAt(@Nullable String address, @Nullable String number, @Nullable String reads) {
        return new AccountPast(createdAt, ordersBefore, giftOrdersBefore, lastOrderAt, address, number, reads);
    }

    Map<String, Object> toJson() {
        return new Members()
                .put("created_at", createdAt == null ? null : Times.format(createdAt))
                .put("orders_before", ordersBefore)
                .put("gift_orders_before", giftOrdersBefore)
                .put("last_order_at", lastOrderAt == null ? null : Times.format(lastOrderAt))
                .put("email", email)
                .put("phone", phone)
                .put("language", language)
                .map();
    }
}
