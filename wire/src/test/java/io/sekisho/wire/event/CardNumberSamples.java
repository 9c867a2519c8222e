package io.sekisho.wire.event;

/** Made-up numbers with a right check digit, and what a naive reader makes of digits. */
final class CardNumberSamples {

    private CardNumberSamples() {}

    /** The number of that length that begins with those digits and passes the Luhn test; the middle is filled up. */
    static String number(String prefix, int length) {
        String body = prefix + "1234567890123456789".substring(prefix.length(), length - 1);
        for (char check = '0'; check <= '9'; check++) {
            if (passesLuhn(body + check)) {
                return body + check;
            }
        }
        throw new AssertionError("One of ten check digits is right");
    }

    /** The same number with a wrong check digit. */
    static String wrong(String number) {
        int last = number.charAt(number.length() - 1) - '0';
        return number.substring(0, number.length() - 1) + (last + 1) % 10;
    }

    /** The number cut into groups of these sizes, the separator between them. */
    static String grouped(String number, String separator, int... sizes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int size : sizes) {
            text.append(at == 0 ? "" : separator).append(number, at, at + size);
            at += size;
        }
        if (at != number.length()) {
            throw new IllegalArgumentException("The groups have " + at + " digits");
        }
        return text.toString();
    }

    /** Every second digit from the right doubled, the cross sums added up: a multiple of ten. */
    static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - fromRight), 10);
            int weighted = fromRight % 2 == 1 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
