package io.sekisho.wire.mapping;

import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.mapping.Mapping.MoneyRule;
import io.sekisho.wire.yaml.YamlMapping;
import io.sekisho.wire.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code rounding} and {@code unknown_currency}. Stateless. */
final class MoneyReader {

    private static final String ANY = "*";

    private MoneyReader() {}

    static MoneyRule read(YamlMapping root) {
        boolean rounds = root.value("rounding")
                .flatMap(value -> value.word(List.of("refuse", "half_even")))
                .filter("half_even"::equals)
                .isPresent();
        CurrencyReplacement replacement =
                root.value("unknown_currency").map(MoneyReader::replacement).orElse(CurrencyReplacement.NONE);
        return new MoneyRule(rounds, replacement);
    }

    private static CurrencyReplacement replacement(YamlValue value) {
        if (value.isMapping()) {
            return value.mapping().map(MoneyReader::declared).orElse(CurrencyReplacement.NONE);
        }
        return value.word(List.of("refuse", "map"))
                .filter("map"::equals)
                .map(word -> new CurrencyReplacement(Map.of(), CurrencyReplacement.NO_CURRENCY))
                .orElse(CurrencyReplacement.NONE);
    }

    private static CurrencyReplacement declared(YamlMapping mapping) {
        Optional<YamlValue> map = mapping.required("map", "map: XXX");
        mapping.finish();
        if (map.isPresent() && map.get().isMapping()) {
            return map.get().mapping().map(MoneyReader::table).orElse(CurrencyReplacement.NONE);
        }
        return map.flatMap(MoneyReader::currency)
                .map(code -> new CurrencyReplacement(Map.of(), code))
                .orElse(CurrencyReplacement.NONE);
    }

    private static CurrencyReplacement table(YamlMapping mapping) {
        Map<String, String> table = new LinkedHashMap<>();
        mapping.forEach((unknown, value) -> currency(value).ifPresent(code -> table.put(unknown, code)));
        String forAny = table.remove(ANY);
        return new CurrencyReplacement(table, forAny);
    }

    /** A code of ISO 4217; any other is a problem. */
    static Optional<String> currency(YamlValue value) {
        Optional<String> code = Words.word(value);
        if (code.isPresent() && !MinorUnits.isKnown(code.get())) {
            value.problem(
                    "currency_unknown",
                    "ISO 4217 has no currency " + EchoedText.quoted(code.get())
                            + "; write three capital letters such as USD.");
            return Optional.empty();
        }
        return code;
    }
}
