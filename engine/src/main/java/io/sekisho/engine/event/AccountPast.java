package io.sekisho.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * What the shop knows of an account: its past, from before the first event that it sent, and how its owner is reached.
 *
 * @param language in which its owner reads, a BCP 47 tag
 */
public record AccountPast(
        @Nullable Long createdMillis,
        @Nullable Long ordersBefore,
        @Nullable Long giftOrdersBefore,
        @Nullable Long lastOrderMillis,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language) {}
