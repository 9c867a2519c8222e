package io.sekisho.engine.event;

import org.jspecify.annotations.Nullable;

/** One means by which an order is paid; an order that is split has several. */
public record Payment(
        @Nullable String paymentId,
        @Nullable String method,
        @Nullable Money amount,
        @Nullable Card card) {}
