package io.sekisho.wire.mapping;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contract's rule: 13 to 19 digits that touch no other letter or digit, unsplit or in the groups that cards print,
 * with the prefix and length of a card scheme and a right check digit.
 */
public final class SchemeCardNumbers implements CardNumberCheck {

    private static final int FEWEST_DIGITS = 13;

    private static final Pattern CANDIDATE = Pattern.compile("(?<![\\p{L}\\p{N}])(?:[0-9]{13,19}"
            + "|[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{1,4}(?:\\1[0-9]{1,3})?"
            + "|[0-9]{4}([ -])[0-9]{6}\\2[0-9]{4,5})(?![\\p{L}\\p{N}])");

    /** A range of prefixes of equal length, and the lengths of the numbers that begin so. */
    private record Scheme(int from, int to, int shortest, int longest) {

        boolean issues(String digits) {
            int width = Integer.toString(from).length();
            int prefix = Integer.parseInt(digits.substring(0, width));
            return prefix >= from && prefix <= to && digits.length() >= shortest && digits.length() <= longest;
        }
    }

    private static final List<Scheme> SCHEMES = List.of(
            new Scheme(4, 4, 13, 13),
            new Scheme(4, 4, 16, 16),
            new Scheme(4, 4, 19, 19),
            new Scheme(51, 55, 16, 16),
            new Scheme(2221, 2720, 16, 16),
            new Scheme(34, 34, 15, 15),
            new Scheme(37, 37, 15, 15),
            new Scheme(300, 305, 14, 19),
            new Scheme(3095, 3095, 14, 19),
            new Scheme(36, 36, 14, 19),
            new Scheme(38, 39, 14, 19),
            new Scheme(3528, 3589, 16, 19),
            new Scheme(6011, 6011, 16, 19),
            new Scheme(644, 649, 16, 19),
            new Scheme(65, 65, 16, 19),
            new Scheme(62, 62, 16, 19),
            new Scheme(81, 82, 16, 16),
            new Scheme(508, 508, 16, 16),
            new Scheme(60, 60, 16, 16),
            new Scheme(50, 50, 13, 19),
            new Scheme(56, 58, 13, 19),
            new Scheme(63, 63, 13, 19),
            new Scheme(67, 67, 13, 19),
            new Scheme(2200, 2204, 16, 19),
            new Scheme(9792, 9792, 16, 16));

    @Override
    public boolean containsCardNumber(String text) {
        if (!hasEnoughDigits(text)) {
            return false;
        }
        Matcher candidates = CANDIDATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        for (int from = 0; candidates.find(from); from = candidates.start() + 1) {
            if (isCardNumber(candidates.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    /** Spares most texts the normalising. */
    private static boolean hasEnoughDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || c > 127) {
                digits++;
            }
        }
        return digits >= FEWEST_DIGITS;
    }

    private static boolean isCardNumber(String digits) {
        return digits.length() >= FEWEST_DIGITS
                && SCHEMES.stream().anyMatch(scheme -> scheme.issues(digits))
                && hasRightCheckDigit(digits);
    }

    private static boolean hasRightCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
