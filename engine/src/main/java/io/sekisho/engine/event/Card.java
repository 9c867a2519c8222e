package io.sekisho.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * A payment card as the shop may know it: never the number.
 *
 * @param token the payment provider's reference; equal for equal cards
 * @param bin first six to eight digits
 * @param last4 last four digits
 * @param expiry year and month, {@code 2027-04}
 * @param country ISO 3166 alpha-2 of the issuer
 * @param funding the provider's word: credit, debit, prepaid
 */
public record Card(
        @Nullable String token,
        @Nullable String brand,
        @Nullable String bin,
        @Nullable String last4,
        @Nullable String expiry,
        @Nullable String country,
        @Nullable String funding) {}
