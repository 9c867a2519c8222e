package io.sekisho.server.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The secret of a key as text: {@code sk_ID_SECRET}, where SECRET is 256 random bits in base64url. */
final class KeyText {

    private static final String BEARER = "Bearer ";
    private static final String PREFIX = "sk_";
    private static final int ID_CHARACTERS = 12;
    private static final int SECRET_BYTES = 32;

    /** 43 = 256 / 6, rounded up. */
    private static final int CHARACTERS = PREFIX.length() + ID_CHARACTERS + 1 + 43;

    /** Without vowels, so that no id is a word, and without what looks alike. */
    private static final String ID_ALPHABET = "bcdfghjkmnpqrstvwxz23456789";

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String id;
    private final byte[] secret;

    private KeyText(String id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    static KeyText draw(SecureRandom random) {
        StringBuilder id = new StringBuilder(ID_CHARACTERS);
        for (int i = 0; i < ID_CHARACTERS; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new KeyText(id.toString(), secret);
    }

    /** Reads an Authorization header; empty where it does not hold what looks like a key. */
    static Optional<KeyText> ofHeader(String header) {
        int start = BEARER.length();
        boolean isKey = header.length() == start + CHARACTERS
                && header.regionMatches(true, 0, BEARER, 0, start)
                && header.startsWith(PREFIX, start)
                && header.charAt(start + PREFIX.length() + ID_CHARACTERS) == '_';
        if (!isKey) {
            return Optional.empty();
        }
        int id = start + PREFIX.length();
        return decoded(header.substring(id + ID_CHARACTERS + 1))
                .map(secret -> new KeyText(header.substring(id, id + ID_CHARACTERS), secret));
    }

    static boolean isId(String text) {
        return text.length() == ID_CHARACTERS && text.chars().allMatch(c -> ID_ALPHABET.indexOf(c) >= 0);
    }

    String id() {
        return id;
    }

    byte[] hash() {
        return Sha256.of(secret);
    }

    String text() {
        return PREFIX + id + "_" + ENCODER.encodeToString(secret);
    }

    private static Optional<byte[]> decoded(String secret) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(secret));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
