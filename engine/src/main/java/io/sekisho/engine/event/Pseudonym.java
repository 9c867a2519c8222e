package io.sekisho.engine.event;

/**
 * A keyed hash that stands for a personal text: an e-mail address, a telephone number, an IP address, a name. Equal ones
 * stand for equal texts, and without the key nobody comes back from one to its text.
 *
 * <p>Written as {@code #} and 32 hexadecimal digits; for an IPv6 address that of its /64 network, {@code /}, and that of
 * the address itself.
 */
public final class Pseudonym {

    /** No e-mail address, telephone number or IP address begins like this. */
    public static final char MARK = '#';

    private static final int DIGITS = 32;

    private Pseudonym() {}

    public static boolean isOne(String text) {
        if (text.length() <= DIGITS || text.charAt(0) != MARK) {
            return false;
        }
        for (int i = 1; i <= DIGITS; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return text.length() == DIGITS + 1 || text.charAt(DIGITS + 1) == '/';
    }

    /** The part that stands for the network of an address, as {@link IpAddress#network()} does for the address. */
    public static String network(String pseudonym) {
        return pseudonym.substring(0, DIGITS + 1);
    }
}
