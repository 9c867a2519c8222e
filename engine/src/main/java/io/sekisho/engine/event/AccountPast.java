package io.sekisho.engine.event;

import org.jspecify.annotations.Nullable;

/** What the shop knows of an account's past, from before the first event that it sent. */
public record AccountPast(
        @Nullable Long createdMillis,
        @Nullable Long ordersBefore,
        @Nullable Long giftOrdersBefore,
        @Nullable Long lastOrderMillis) {}
