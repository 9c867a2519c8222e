package io.sekisho.simulator.stream;

import org.jspecify.annotations.Nullable;

/**
 * What the shop knows of an account's time before day 1; constant through the stream.
 *
 * @param createdAt moment of registration; inside the stream for accounts that register in it
 * @param lastOrderAt the newest order before day 1, null where there is none
 */
public record AccountPast(
        long createdAt,
        int ordersBefore,
        int giftOrdersBefore,
        @Nullable Long lastOrderAt) {}
