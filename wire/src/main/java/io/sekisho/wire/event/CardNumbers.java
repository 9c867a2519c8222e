package io.sekisho.wire.event;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Finds card numbers in text.
 *
 * <p>A card number is, after NFKC, a run of 13 to 19 digits that touches no other letter or digit, unsplit or grouped
 * 4-4-4-4, 4-4-4-4-n, 4-6-5 or 4-6-4 by single spaces or hyphens, whose prefix and length belong to a card scheme and
 * which passes the Luhn test. Stateless.
 */
public final class CardNumbers {

    /** What stands where a card number was. */
    public static final String MASK = "[card]";

    private static final int LEAST_DIGITS = 13;
    private static final int MOST_DIGITS = 19;

    /** Unicode's own hyphen is one too; NFKC makes it of the non-breaking one, and leaves it alone. */
    private static final String SEPARATORS = " -\u2010";

    private static final int[][] GROUPINGS = {
        {4, 4, 4, 4, 3}, {4, 4, 4, 4, 2}, {4, 4, 4, 4, 1}, {4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}
    };

    private CardNumbers() {}

    public static boolean isIn(String text) {
        return canHold(text) && next(normal(text), 0).isPresent();
    }

    /** As {@link #isIn}, but an article number that is a valid EAN-13 as a whole is no card number. */
    public static boolean isInArticleNumber(String text) {
        return isIn(text) && !isEan13(normal(text).strip());
    }

    /** The text with every card number masked; the same object where there is none. */
    public static String mask(String text) {
        if (!isIn(text)) {
            return text;
        }
        String normal = normal(text);
        StringBuilder masked = new StringBuilder(normal.length());
        int at = 0;
        for (Optional<Span> found = next(normal, 0); found.isPresent(); found = next(normal, at)) {
            masked.append(normal, at, found.get().from()).append(MASK);
            at = found.get().to();
        }
        return masked.append(normal, at, normal.length()).toString();
    }

    private record Span(int from, int to) {}

    private static Optional<Span> next(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            boolean begins = isDigit(text, i) && (i == 0 || !Character.isLetterOrDigit(text.codePointBefore(i)));
            int end = begins ? endOfNumber(text, i) : -1;
            if (end > 0) {
                return Optional.of(new Span(i, end));
            }
        }
        return Optional.empty();
    }

    /** End of the card number that begins here, or -1. */
    private static int endOfNumber(String text, int from) {
        int end = from;
        while (isDigit(text, end)) {
            end++;
        }
        if (end - from >= LEAST_DIGITS) {
            return end - from <= MOST_DIGITS && isFree(text, end) && isCard(text.substring(from, end)) ? end : -1;
        }
        for (int[] grouping : GROUPINGS) {
            int grouped = endOfGroups(text, from, grouping);
            if (grouped > 0) {
                return grouped;
            }
        }
        return -1;
    }

    private static int endOfGroups(String text, int from, int[] grouping) {
        int at = from;
        for (int group = 0; group < grouping.length; group++) {
            if (group > 0 && !isSeparator(text, at++)) {
                return -1;
            }
            int end = at + grouping[group];
            while (at < end) {
                if (!isDigit(text, at++)) {
                    return -1;
                }
            }
        }
        return isFree(text, at) && isCard(digitsOf(text, from, at)) ? at : -1;
    }

    private static String digitsOf(String text, int from, int to) {
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        for (int i = from; i < to; i++) {
            if (isDigit(text, i)) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    private static boolean isCard(String digits) {
        return CardScheme.accepts(digits) && isLuhn(digits);
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static boolean isEan13(String text) {
        if (text.length() != LEAST_DIGITS) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LEAST_DIGITS; i++) {
            if (!isDigit(text, i)) {
                return false;
            }
            sum += (text.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isSeparator(String text, int at) {
        return at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isFree(String text, int end) {
        return end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
    }

    /**
     * False where a look is enough: nowhere enough digits without anything but separators between them. What NFKC makes of
     * other than ASCII is looked at later.
     */
    private static boolean canHold(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c >= 128) {
                return true;
            } else if (c != ' ' && c != '-') {
                digits = 0;
            }
            if (digits >= LEAST_DIGITS) {
                return true;
            }
        }
        return false;
    }

    private static String normal(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
