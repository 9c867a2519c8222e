package io.sekisho.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes, by the little that is needed.
 *
 * @param country ISO 3166 with two letters
 */
public record Address(
        @Nullable String addressId,
        @Nullable String country,
        @Nullable String postalCode) {

    Map<String, Object> toJson() {
        return new Members()
                .put("address_id", addressId)
                .put("country", country)
                .put("postal_code", postalCode)
                .map();
    }
}
