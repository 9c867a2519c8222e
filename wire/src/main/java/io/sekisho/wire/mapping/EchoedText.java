package io.sekisho.wire.mapping;

import java.util.regex.Pattern;

/**
 * Text of the user's that is shown back to him in an error.
 *
 * <p>What could be a card number is left out by a wider rule than the one that finds card numbers: a mistyped number
 * that fails its check digit is not for a log either.
 */
final class EchoedText {

    private static final int LONGEST = 40;
    private static final int FEWEST_SECRET_DIGITS = 12;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[ \\-.]{0,2}\\p{Nd}){11,}");

    /** The text in quotes, shortened, or words in its place where it holds many digits. */
    static String quoted(String text) {
        if (text.codePoints().filter(Character::isDigit).count() >= FEWEST_SECRET_DIGITS) {
            return "the value (not shown: it has many digits)";
        }
        String shortened = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return '"' + escaped(shortened) + '"';
    }

    /** The text with every long number replaced by as many {@code x}, so that columns keep their place. */
    static String withoutLongNumbers(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(match -> "x".repeat(match.end() - match.start()));
    }

    /** Control characters would let a file write over the terminal. */
    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private EchoedText() {}
}
