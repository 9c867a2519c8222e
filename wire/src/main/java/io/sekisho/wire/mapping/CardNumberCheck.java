package io.sekisho.wire.mapping;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Finds payment card numbers in text. */
@FunctionalInterface
public interface CardNumberCheck {

    /** What stands where a card number stood. */
    String MASK = "[card]";

    boolean containsCardNumber(String text);

    /**
     * The text with {@link #MASK} for each card number, in normalisation form KC if it holds one, else unchanged. Digits
     * that only a blank or a hyphen parts from a card number go with it.
     */
    default String masked(String text) {
        if (!containsCardNumber(text)) {
            return text;
        }
        Pattern run = Pattern.compile("[0-9](?:[ -]?[0-9]){12,}");
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String masked =
                run.matcher(plain).replaceAll(match -> containsCardNumber(match.group()) ? MASK : match.group());
        return containsCardNumber(masked) ? MASK : masked;
    }
}
