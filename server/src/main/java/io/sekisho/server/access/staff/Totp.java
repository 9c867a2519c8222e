package io.sekisho.server.access.staff;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits by RFC 6238, each good for 30 s and one step of skew to either side. */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final long STEP_SECONDS = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    /** The step whose code this is; each may be used once, and none before one that was used. */
    OptionalLong step(byte[] secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            // All are compared, so that the time tells nothing.
            if (MessageDigest.isEqual(code(secret, step), code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What an authenticator reads from a QR code. */
    static String address(byte[] secret, String email) {
        return "otpauth://totp/Sekisho:" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "?secret="
                + base32(secret) + "&issuer=Sekisho&algorithm=SHA1&digits=6&period=30";
    }

    /** RFC 4648, without padding: whoever cannot scan types it. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            int value = 0;
            for (int i = bit; i < bit + 5; i++) {
                int place = i / 8;
                int one = place < bytes.length ? bytes[place] >> (7 - i % 8) & 1 : 0;
                value = value << 1 | one;
            }
            text.append(BASE32.charAt(value));
        }
        return text.toString();
    }

    private byte[] code(byte[] secret, long step) {
        try {
            String code = generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
            return code.getBytes(StandardCharsets.UTF_8);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC takes every key", impossible);
        }
    }
}
