package io.sekisho.wire.event;

import io.sekisho.engine.event.IpAddress;
import io.sekisho.engine.event.Shape.Form;
import io.sekisho.engine.event.Timestamps;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What texts of each form look like. Stateless. */
final class Forms {

    /** Those in use and those of the past: old orders are paid back in old money. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern BIN = Pattern.compile("[0-9]{6,8}");
    private static final Pattern LAST4 = Pattern.compile("[0-9]{4}");
    private static final Pattern EXPIRY = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    private Forms() {}

    static boolean isFulfilled(Form form, String text) {
        return switch (form) {
            case FREE, PROSE, SKU -> true;
            case NAME -> !text.isBlank();
            case TIME -> Timestamps.parse(text).isPresent();
            case IP -> IpAddress.parse(text).isPresent();
            case COUNTRY -> COUNTRIES.contains(text);
            case CURRENCY -> CURRENCIES.contains(text);
            case BIN -> BIN.matcher(text).matches();
            case LAST4 -> LAST4.matcher(text).matches();
            case EXPIRY -> EXPIRY.matcher(text).matches();
        };
    }

    /** What is wanted, to be read after "This must be". */
    static String wanted(Form form) {
        return switch (form) {
            case FREE, PROSE, SKU -> "text";
            case NAME -> "text that is not empty";
            case TIME -> "an RFC 3339 time with an offset, as in 2023-09-13T02:14:05+09:00";
            case IP -> "an IPv4 or IPv6 address, without port or mask";
            case COUNTRY -> "an ISO 3166 country code of two capital letters, as in JP";
            case CURRENCY -> "an ISO 4217 currency code of three capital letters, as in JPY";
            case BIN -> "the first six to eight digits of the card, as text";
            case LAST4 -> "the last four digits of the card, as text";
            case EXPIRY -> "year and month, as in 2027-04";
        };
    }
}
