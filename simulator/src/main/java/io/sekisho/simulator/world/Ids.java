package io.sekisho.simulator.world;

/**
 * Identifiers that look random and are the same for the same seed.
 *
 * <p>Every fourth character is a letter, so that no identifier ever holds a run of digits that could be a card number.
 */
public final class Ids {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
    private static final String SYMBOLS = LETTERS + "23456789";

    private final Dice dice;

    public Ids(Dice dice) {
        this.dice = dice;
    }

    public String event() {
        return text("ev", 18);
    }

    public String account() {
        return text("ac", 12);
    }

    public String session() {
        return text("se", 16);
    }

    public String device() {
        return text("dv", 14);
    }

    public String order() {
        return text("or", 12);
    }

    public String payment() {
        return text("pa", 14);
    }

    public String code() {
        return text("gc", 14);
    }

    public String address() {
        return text("ad", 10);
    }

    public String credential() {
        return text("cr", 12);
    }

    public String dispute() {
        return text("di", 12);
    }

    public String contact() {
        return text("co", 12);
    }

    public String cardToken() {
        return text("tok", 16);
    }

    /** What a shop sends instead of an e-mail address that changed. */
    public String hash() {
        return text("h", 24);
    }

    private String text(String prefix, int length) {
        StringBuilder text =
                new StringBuilder(prefix.length() + 1 + length).append(prefix).append('_');
        for (int i = 0; i < length; i++) {
            String alphabet = i % 4 == 3 ? LETTERS : SYMBOLS;
            text.append(alphabet.charAt(dice.below(alphabet.length())));
        }
        return text.toString();
    }
}
