package io.sekisho.wire.mapping;

import io.sekisho.wire.event.CardNumbers;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The readers for everything but money and cards. */
final class ValueReaders {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?");
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y", "t");
    private static final Set<String> FALSE = Set.of("false", "0", "no", "n", "f");

    private ValueReaders() {}

    static ValueReader text(Cell cell, DataPath path) {
        boolean isProse = EventShapes.isProse(path);
        boolean isArticle = path.endsWith("sku");
        return row -> {
            String text = cell.text(row);
            if (text.isEmpty()) {
                return null;
            }
            if (isProse) {
                return masked(row, text);
            }
            return (isArticle && !CardNumbers.isInArticleNumber(text)) || isFreeOfCards(row, cell, text) ? text : null;
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
            if (text.isEmpty() || !isFreeOfCards(row, cell, wholePart(text))) {
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

    private static String wholePart(String number) {
        int point = number.indexOf('.');
        return point < 0 ? number : number.substring(0, point);
    }

    private static @Nullable Object whole(Row row, Cell cell, String text) {
        try {
            if (WHOLE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            cell.refuse(row, "number_too_large", "the number has no place in 64 bits; read it as: text");
            return null;
        }
        cell.refuse(row, "not_an_integer", EchoedText.quoted(text) + " is no whole number");
        return null;
    }

    /** The text without blanks around it; null where it is empty or holds a card number, which is refused. */
    static @Nullable String trimmed(Row row, Cell cell) {
        String text = cell.text(row).strip();
        return text.isEmpty() || !isFreeOfCards(row, cell, text) ? null : text;
    }

    static boolean isFreeOfCards(Row row, Cell cell, String text) {
        if (!CardNumbers.isIn(text)) {
            return true;
        }
        cell.refuse(
                row,
                "card_number_found",
                "the value is or holds a card number; read the column as: card_number, or leave it out");
        return false;
    }

    private static String masked(Row row, String text) {
        String masked = CardNumbers.mask(text);
        if (!masked.equals(text)) {
            row.altered(Alteration.CARD_MASKED);
        }
        return masked;
    }
}
