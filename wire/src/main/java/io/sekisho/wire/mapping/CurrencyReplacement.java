package io.sekisho.wire.mapping;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which currency stands in for one that ISO 4217 does not know.
 *
 * @param forOne by the unknown code
 * @param forAny for every other; null refuses them
 */
record CurrencyReplacement(
        Map<String, String> forOne, @Nullable String forAny) {

    static final CurrencyReplacement NONE = new CurrencyReplacement(Map.of(), null);

    /** ISO 4217's own code for "no currency". */
    static final String NO_CURRENCY = "XXX";

    CurrencyReplacement {
        forOne = Map.copyOf(forOne);
    }

    Optional<String> of(String unknownCode) {
        return Optional.ofNullable(forOne.getOrDefault(unknownCode, forAny));
    }
}
