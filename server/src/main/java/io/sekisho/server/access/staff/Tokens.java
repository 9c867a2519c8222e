package io.sekisho.server.access.staff;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws what nobody can guess: the secrets of sessions and links, and ids. */
public final class Tokens {

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 12;

    private final SecureRandom random;

    public Tokens(SecureRandom random) {
        this.random = random;
    }

    /** 256 bits in base64url. */
    public String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    }

    /** 96 bits in base64url. */
    String id() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(ID_BYTES));
    }

    byte[] bytes(int count) {
        byte[] drawn = new byte[count];
        random.nextBytes(drawn);
        return drawn;
    }
}
