package io.sekisho.engine.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The id of an event's decision: known to whoever knows the event. */
public final class DecisionId {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;

    private DecisionId() {}

    /** The first 26 base32 characters of SHA-256 over source, NUL and id, in UTF-8. */
    public static String of(String source, String id) {
        MessageDigest sha = sha256();
        sha.update(source.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        return base32(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base32(byte[] bytes) {
        char[] text = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int pair = (bytes[bit / 8] & 255) << 8 | (bytes[bit / 8 + 1] & 255);
            text[i] = BASE32.charAt(pair >>> (11 - bit % 8) & 31);
        }
        return new String(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
