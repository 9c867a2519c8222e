package io.sekisho.wire.json;

import java.util.regex.Pattern;

/**
 * Text of the user's that is shown back to him in an error.
 *
 * <p>What could be a card number is left out by a wider rule than the one that finds card numbers: a mistyped number
 * that fails its check digit is not for a log either.
 */
public final class EchoedText {

    private static final int LONGEST = 40;
    private static final int FEWEST_SECRET_DIGITS = 12;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[ \\-.]{0,2}\\p{Nd}){11,}");

    private EchoedText() {}

    /** The text in quotes, shortened, or words in its place where it holds many digits. */
    public static String quoted(String text) {
        if (text.codePoints().filter(Character::isDigit).count() >= FEWEST_SECRET_DIGITS) {
            return "the value (not shown: it has many digits)";
        }
        String shortened = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return "'" + printable(shortened) + "'";
    }

    /** The text with every long number replaced by as many {@code x}, so that columns keep their place. */
    public static String withoutLongNumbers(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(match -> "x".repeat(match.end() - match.start()));
    }

    /** The text with what would write over the terminal escaped. */
    public static String printable(String text) {
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
}
