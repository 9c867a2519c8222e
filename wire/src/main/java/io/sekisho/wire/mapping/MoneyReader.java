package io.sekisho.wire.mapping;

import io.sekisho.wire.mapping.Mapping.MoneyRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code rounding} and {@code unknown_currency}. */
final class MoneyReader {

    private static final String ANY = "*";

    private final MappingText text;

    MoneyReader(MappingText text) {
        this.text = text;
    }

    MoneyRule read(Section root) {
        boolean rounds = root.choice("rounding", List.of("refuse", "half_even"))
                .filter(word -> word.value().equals("half_even"))
                .isPresent();
        return new MoneyRule(rounds, replacement(root));
    }

    private CurrencyReplacement replacement(Section root) {
        if (root.isObject("unknown_currency")) {
            return root.section("unknown_currency").map(this::declared).orElse(CurrencyReplacement.NONE);
        }
        return root.choice("unknown_currency", List.of("refuse", "map"))
                .filter(word -> word.value().equals("map"))
                .map(word -> new CurrencyReplacement(Map.of(), CurrencyReplacement.NO_CURRENCY))
                .orElse(CurrencyReplacement.NONE);
    }

    private CurrencyReplacement declared(Section section) {
        section.refuseKeysBut(List.of("map"));
        if (section.isObject("map")) {
            return section.section("map").map(this::table).orElse(CurrencyReplacement.NONE);
        }
        return section.requiredWord("map", "map: XXX")
                .flatMap(this::known)
                .map(code -> new CurrencyReplacement(Map.of(), code))
                .orElse(CurrencyReplacement.NONE);
    }

    private CurrencyReplacement table(Section section) {
        Map<String, String> table = new LinkedHashMap<>();
        for (String unknown : section.keys()) {
            section.word(unknown).flatMap(this::known).ifPresent(code -> table.put(unknown, code));
        }
        String forAny = table.remove(ANY);
        return new CurrencyReplacement(table, forAny);
    }

    private Optional<String> known(Word word) {
        if (CurrencyReplacement.isKnown(word.value())) {
            return Optional.of(word.value());
        }
        text.report(
                word.place(),
                "unknown_currency",
                EchoedText.quoted(word.value()) + " is no code of ISO 4217; three capital letters such as USD");
        return Optional.empty();
    }
}
