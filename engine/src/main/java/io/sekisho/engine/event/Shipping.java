package io.sekisho.engine.event;

import org.jspecify.annotations.Nullable;

/** Where goods go, as coarse as the shop chooses to tell. */
public record Shipping(
        @Nullable String addressId,
        @Nullable String country,
        @Nullable String postalCode) {}
