package io.sekisho.wire.mapping;

import io.sekisho.engine.event.Shape.Form;
import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.json.EchoedText;
import io.sekisho.wire.json.JsonTree;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The readers for everything but money and cards. Stateless. */
final class ValueReaders {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,30}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?");
    private static final BigInteger MOST = BigInteger.valueOf(JsonTree.MOST);
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y", "t");
    private static final Set<String> FALSE = Set.of("false", "0", "no", "n", "f");

    private ValueReaders() {}

    /** @param form that the contract wants the text to have */
    static ValueReader text(Cell cell, Form form) {
        return switch (form) {
            case PROSE -> row -> prose(row, cell.text(row));
            case FREE -> row -> unlessEmpty(row, cell, cell.text(row));
            case SKU -> row -> article(row, cell, cell.text(row).strip());
            default -> row -> trimmed(row, cell);
        };
    }

    static ValueReader whole(Cell cell) {
        return row -> {
            String text = trimmed(row, cell);
            return text == null ? null : whole(row, cell, text);
        };
    }

    static ValueReader number(Cell cell) {
        return row -> {
            String text = cell.text(row).strip();
            // A long fraction, as of a coordinate, may pass every test for a card number; only the whole part can be
            // one.
            if (unlessEmpty(row, cell, wholePart(text)) == null) {
                return null;
            }
            if (!DECIMAL.matcher(text).matches()) {
                cell.refuse(row, "not_a_number", EchoedText.quoted(text) + " is no number such as -12.5");
                return null;
            }
            return new BigDecimal(text);
        };
    }

    static ValueReader flag(Cell cell) {
        return row -> {
            String text = trimmed(row, cell);
            if (text == null) {
                return null;
            }
            String word = text.toLowerCase(Locale.ROOT);
            if (!TRUE.contains(word) && !FALSE.contains(word)) {
                cell.refuse(row, "not_a_boolean", EchoedText.quoted(text) + " is none of true, false, 1, 0, yes, no");
                return null;
            }
            return TRUE.contains(word);
        };
    }

    /** The text without blanks around it; null where it is empty or holds a card number, which is refused. */
    static @Nullable String trimmed(Row row, Cell cell) {
        return unlessEmpty(row, cell, cell.text(row).strip());
    }

    private static @Nullable String unlessEmpty(Row row, Cell cell, String text) {
        return text.isEmpty() || refuses(row, cell, CardNumbers.isIn(text)) ? null : text;
    }

    private static @Nullable String article(Row row, Cell cell, String text) {
        return text.isEmpty() || refuses(row, cell, CardNumbers.isInArticleNumber(text)) ? null : text;
    }

    private static @Nullable String prose(Row row, String text) {
        if (CardNumbers.isIn(text)) {
            row.altered(Alteration.CARD_MASKED);
            return CardNumbers.mask(text);
        }
        return text.isEmpty() ? null : text;
    }

    private static String wholePart(String number) {
        int point = number.indexOf('.');
        return point < 0 ? number : number.substring(0, point);
    }

    private static @Nullable Object whole(Row row, Cell cell, String text) {
        if (!WHOLE.matcher(text).matches()) {
            cell.refuse(row, "not_integer", EchoedText.quoted(text) + " is no whole number");
            return null;
        }
        BigInteger number = new BigInteger(text);
        if (number.abs().compareTo(MOST) > 0) {
            cell.refuse(row, "out_of_range", "whole numbers go from -" + MOST + " to " + MOST + "; read it as: text");
            return null;
        }
        return number.longValueExact();
    }

    private static boolean refuses(Row row, Cell cell, boolean isCard) {
        if (isCard) {
            cell.refuse(
                    row,
                    "card_number",
                    "the value is or holds a card number; read the column as: card_number, or leave it out");
        }
        return isCard;
    }
}
