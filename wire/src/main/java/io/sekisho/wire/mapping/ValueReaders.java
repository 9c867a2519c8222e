package io.sekisho.wire.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The readers for everything but money and cards. */
final class ValueReaders {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?");
    private static final Pattern EAN_13 = Pattern.compile("[0-9]{13}");
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y", "t");
    private static final Set<String> FALSE = Set.of("false", "0", "no", "n", "f");

    private final CardNumberCheck check;

    ValueReaders(CardNumberCheck check) {
        this.check = check;
    }

    ValueReader text(Cell cell, DataPath path) {
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
            return (isArticle && isEan13(text)) || isFreeOfCards(row, cell, text) ? text : null;
        };
    }

    ValueReader whole(Cell cell) {
        return row -> {
            String text = trimmed(row, cell);
            return text == null ? null : whole(row, cell, text);
        };
    }

    ValueReader number(Cell cell) {
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

    ValueReader flag(Cell cell) {
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

    private @Nullable Object whole(Row row, Cell cell, String text) {
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
    @Nullable
    String trimmed(Row row, Cell cell) {
        String text = cell.text(row).strip();
        return text.isEmpty() || !isFreeOfCards(row, cell, text) ? null : text;
    }

    boolean isFreeOfCards(Row row, Cell cell, String text) {
        if (!check.containsCardNumber(text)) {
            return true;
        }
        cell.refuse(
                row,
                "card_number_found",
                "the value is or holds a card number; read the column as: card_number, or leave it out");
        return false;
    }

    private String masked(Row row, String text) {
        String masked = check.masked(text);
        if (!masked.equals(text)) {
            row.altered(Alteration.CARD_MASKED);
        }
        return masked;
    }

    private static boolean isEan13(String text) {
        if (!EAN_13.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (text.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
