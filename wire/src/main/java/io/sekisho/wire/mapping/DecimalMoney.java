package io.sekisho.wire.mapping;

import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.mapping.Mapping.MoneyRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an amount in major units, {@code 12.34}, and turns it into minor units of its currency. */
final class DecimalMoney implements ValueReader {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,30}(?:\\.[0-9]{1,30})?");
    private static final BigDecimal MOST = BigDecimal.valueOf(JsonTree.MOST);
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9.]+");

    private final Cell amount;
    private final Cell currency;
    private final MoneyRule rule;

    DecimalMoney(Cell amount, Cell currency, MoneyRule rule) {
        this.amount = amount;
        this.currency = currency;
        this.rule = rule;
    }

    @Override
    public @Nullable Object read(Row row) {
        String text = ValueReaders.trimmed(row, amount);
        if (text == null) {
            return null;
        }
        BigDecimal major = major(row, text);
        String code = currency(row);
        return major == null || code == null ? null : minor(row, major, code);
    }

    private @Nullable BigDecimal major(Row row, String text) {
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (NEGATIVE.matcher(text).matches()) {
            amount.refuse(
                    row, "negative_amount", EchoedText.quoted(text) + " is negative; the contract has no such money");
            return null;
        }
        amount.refuse(
                row,
                "not_an_amount",
                EchoedText.quoted(text) + " is no amount such as 1234.50, without sign, blanks or thousands' marks");
        return null;
    }

    private @Nullable String currency(Row row) {
        String code = ValueReaders.trimmed(row, currency);
        if (code == null) {
            currency.refuse(row, "missing", "the amount has no currency");
            return null;
        }
        if (MinorUnits.isKnown(code)) {
            return code;
        }
        Optional<String> replacement = rule.replacement().of(code);
        if (replacement.isEmpty()) {
            currency.refuse(
                    row,
                    "unknown_currency",
                    EchoedText.quoted(code) + " is not in ISO 4217; set unknown_currency: {map: CODE} to replace it");
            return null;
        }
        row.altered(Alteration.CURRENCY_MAPPED);
        return replacement.get();
    }

    private @Nullable MoneyValue minor(Row row, BigDecimal major, String code) {
        int digits = MinorUnits.digitsOf(code)
                .orElseThrow(() -> new IllegalStateException("Replaced by no currency: " + code));
        BigDecimal minor = major.movePointRight(digits);
        BigDecimal whole = minor.setScale(0, RoundingMode.HALF_EVEN);
        if (whole.compareTo(minor) != 0) {
            if (!rule.rounds()) {
                amount.refuse(
                        row,
                        "fraction_too_fine",
                        EchoedText.quoted(major.toPlainString()) + " has more than the " + digits + " decimals of "
                                + code + "; set rounding: half_even to round");
                return null;
            }
            row.altered(Alteration.ROUNDED);
        }
        if (whole.compareTo(MOST) > 0) {
            amount.refuse(row, "out_of_range", "the amount has more than " + JsonTree.MOST + " minor units");
            return null;
        }
        return new MoneyValue(whole.longValueExact(), code);
    }
}
