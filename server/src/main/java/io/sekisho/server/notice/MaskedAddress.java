package io.sekisho.server.notice;

/** An e-mail address as staff see it and logs would: its owner knows it again, nobody can write to it. Stateless. */
public final class MaskedAddress {

    private static final String MASK = "***";

    private MaskedAddress() {}

    /** {@code h***@example.net}: the first character and the domain. */
    public static String of(String address) {
        int at = address.lastIndexOf('@');
        if (at <= 0) {
            return MASK;
        }
        return address.substring(0, address.offsetByCodePoints(0, 1)) + MASK + address.substring(at);
    }
}
