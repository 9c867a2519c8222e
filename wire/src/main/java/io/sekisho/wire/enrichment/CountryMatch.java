package io.sekisho.wire.enrichment;

import io.sekisho.engine.expression.Absence;
import java.util.Locale;

/** How the country of a card stands to the country of an address. */
public enum CountryMatch {
    EQUAL,
    DIFFERENT;

    private static final Finding<CountryMatch> FOUND_EQUAL = new Finding.Present<>(EQUAL);
    private static final Finding<CountryMatch> FOUND_DIFFERENT = new Finding.Present<>(DIFFERENT);
    private static final Finding<CountryMatch> NOT_GIVEN = new Finding.Absent<>(Absence.NOT_GIVEN);
    private static final Finding<CountryMatch> MALFORMED = new Finding.Absent<>(Absence.MALFORMED);

    /** The comparison as facts and rules spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Compares the country of a card's issuer with that of an address.
     *
     * @param card ISO 3166 alpha-2 in either case, empty when the shop did not send it; UK and EL, which card files use,
     *     count as GB and GR
     * @param address as {@link Network#country()}; its reason is kept when it is absent
     */
    public static Finding<CountryMatch> of(String card, Finding<String> address) {
        if (card.isBlank()) {
            return NOT_GIVEN;
        }
        String code = iso(card.strip().toUpperCase(Locale.ROOT));
        if (code.length() != 2 || !isLetter(code.charAt(0)) || !isLetter(code.charAt(1))) {
            return MALFORMED;
        }
        return switch (address) {
            case Finding.Present<String> country -> country.found().equals(code) ? FOUND_EQUAL : FOUND_DIFFERENT;
            case Finding.Absent<String> absent -> new Finding.Absent<>(absent.reason());
        };
    }

    private static String iso(String code) {
        return switch (code) {
            case "UK" -> "GB";
            case "EL" -> "GR";
            default -> code;
        };
    }

    private static boolean isLetter(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }
}
