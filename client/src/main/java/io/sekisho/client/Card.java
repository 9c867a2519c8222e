package io.sekisho.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment card as a shop may know it: never its number.
 *
 * @param token the payment provider's
 * @param bin the first six to eight digits
 * @param expiry year and month, as in 2027-04
 * @param country of the issuer, ISO 3166 with two letters
 * @param funding credit, debit, prepaid
 */
public record Card(
        @Nullable String token,
        @Nullable String brand,
        @Nullable String bin,
        @Nullable String last4,
        @Nullable String expiry,
        @Nullable String country,
        @Nullable String funding) {

    /** A card of which the token alone is known; the rest is added. */
    public static Card of(String token) {
        return new Card(token, null, null, null, null, null, null);
    }

    public Card withBrand(@Nullable String newBrand) {
        return new Card(token, newBrand, bin, last4, expiry, country, funding);
    }

    public Card withBin(@Nullable String newBin) {
        return new Card(token, brand, newBin, last4, expiry, country, funding);
    }

    public Card withLast4(@Nullable String newLast4) {
        return new Card(token, brand, bin, newLast4, expiry, country, funding);
    }

    public Card withExpiry(@Nullable String newExpiry) {
        return new Card(token, brand, bin, last4, newExpiry, country, funding);
    }

    public Card withCountry(@Nullable String newCountry) {
        return new Card(token, brand, bin, last4, expiry, newCountry, funding);
    }

    public Card withFunding(@Nullable String newFunding) {
        return new Card(token, brand, bin, last4, expiry, country, newFunding);
    }

    /** Without token and digits: what is logged by chance tells nobody the card. */
    @Override
    public String toString() {
        return "Card[brand=" + brand + ", country=" + country + "]";
    }

    Map<String, Object> toJson() {
        return new Members()
                .put("token", token)
                .put("brand", brand)
                .put("bin", bin)
                .put("last4", last4)
                .put("expiry", expiry)
                .put("country", country)
                .put("funding", funding)
                .map();
    }
}
