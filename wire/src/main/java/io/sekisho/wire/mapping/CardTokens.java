package io.sekisho.wire.mapping;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns card numbers into tokens: equal cards have equal tokens, and who lacks the key cannot go back. (Without a key he
 * could: there are few enough card numbers to hash them all.)
 *
 * <p>Not thread-safe.
 */
public final class CardTokens {

    /** Fewest bytes of a key. */
    public static final int SHORTEST_KEY = 8;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = 16;

    /** Files come in order of time, so the same cards come again and again. */
    private static final int MOST_REMEMBERED = 4096;

    private final Mac mac;
    private final Map<String, String> remembered = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the key has fewer than {@link #SHORTEST_KEY} bytes */
    public CardTokens(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("A key for card tokens needs " + SHORTEST_KEY + " bytes");
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC refused a key of " + key.length + " bytes", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** The token of a card number that is written in digits only. */
    String tokenOf(String digits) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(digits, this::computed);
    }

    private String computed(String digits) {
        byte[] hash = mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
        return "tok_" + HexFormat.of().formatHex(Arrays.copyOf(hash, TOKEN_BYTES));
    }
}
