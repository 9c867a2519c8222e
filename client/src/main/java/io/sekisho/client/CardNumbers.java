package io.sekisho.client;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds card numbers in text, by the rule that the server has too: after NFKC, 13 to 19 digits that touch no other
 * letter or digit, unsplit or grouped, of a card scheme's range and with a right check digit. Stateless.
 */
final class CardNumbers {

    private static final String SEPARATOR = "[ \\-\\u2010]";

    private static final List<Pattern> FORMS = List.of(
            form("\\d{13,19}"),
            form("\\d{4}(_\\d{4}){3}"),
            form("\\d{4}(_\\d{4}){3}_\\d{1,3}"),
            form("\\d{4}_\\d{6}_\\d{4}"),
            form("\\d{4}_\\d{6}_\\d{5}"));

    /** Shortest and longest number, first and last prefix: ISO/IEC 7812 ranges as the schemes publish them. */
    private record Range(int shortest, int longest, String first, String last) {

        boolean has(String digits) {
            String prefix = digits.substring(0, first.length());
            return digits.length() >= shortest
                    && digits.length() <= longest
                    && prefix.compareTo(first) >= 0
                    && prefix.compareTo(last) <= 0;
        }
    }

    private static final List<Range> SCHEMES = List.of(
            new Range(13, 13, "4", "4"), // Visa of old
            new Range(16, 19, "4", "4"), // Visa
            new Range(16, 16, "51", "55"), // Mastercard
            new Range(16, 16, "2221", "2720"), // Mastercard
            new Range(15, 15, "34", "34"), // American Express
            new Range(15, 15, "37", "37"), // American Express
            new Range(14, 19, "300", "305"), // Diners Club
            new Range(14, 19, "3095", "3095"), // Diners Club
            new Range(14, 19, "36", "36"), // Diners Club
            new Range(14, 19, "38", "39"), // Diners Club
            new Range(16, 19, "3528", "3589"), // JCB
            new Range(16, 19, "81", "81"), // UnionPay
            new Range(16, 16, "82", "82"), // RuPay
            new Range(16, 19, "2200", "2204"), // Mir
            new Range(16, 16, "9792", "9792"), // Troy
            new Range(13, 19, "50", "50"), // Maestro
            new Range(13, 19, "56", "58"), // Maestro
            new Range(13, 19, "6", "6")); // Maestro, and within it Discover, UnionPay 62, RuPay 60

    private CardNumbers() {}

    static boolean isIn(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return FORMS.stream().anyMatch(form -> isIn(normal, form));
    }

    /** As {@link #isIn}, but an article number that is a valid EAN-13 as a whole is no card number. */
    static boolean isInArticleNumber(String text) {
        return isIn(text)
                && !isEan13(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
    }

    private static Pattern form(String digits) {
        return Pattern.compile(digits.replace("_", SEPARATOR));
    }

    /** Also looks at forms that begin within one that was none. */
    private static boolean isIn(String text, Pattern form) {
        Matcher matcher = form.matcher(text);
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            boolean isFree = isFree(text, matcher.start(), matcher.end());
            if (isFree && isCard(matcher.group().replaceAll(SEPARATOR, ""))) {
                return true;
            }
        }
        return false;
    }

    /** By hand: a look behind of java.util.regex takes a letter beyond the 16 bits of a char for none. */
    private static boolean isFree(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }

    private static boolean isCard(String digits) {
        return SCHEMES.stream().anyMatch(scheme -> scheme.has(digits)) && weighed(digits, 2) % 10 == 0;
    }

    private static boolean isEan13(String text) {
        return text.matches("[0-9]{13}") && weighed(text, 3) % 10 == 0;
    }

    /** Every second digit from the right counts that often; of two digits (Luhn) their sum. */
    private static int weighed(String digits, int weight) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * weight;
            sum += weight == 2 && weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
