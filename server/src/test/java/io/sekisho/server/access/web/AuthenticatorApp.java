package io.sekisho.server.access.web;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app on somebody's phone. A code is good once, and those of the next half minute are taken already: so each
 * {@code step} gives a test one more sign-in without waiting.
 */
final class AuthenticatorApp {

    static final int BEFORE = -1;
    static final int NOW = 0;
    static final int NEXT = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecretKeySpec secret;
    private final Instant started = InstantSource.system().instant();

    AuthenticatorApp(String shown) {
        this.secret = new SecretKeySpec(decode(shown.replace(" ", "")), "RAW");
    }

    String code(int step) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        secret, started.plus(Duration.ofSeconds(30).multipliedBy(step)), Locale.ROOT);
    }

    private static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            bits = bits << 5 | BASE32.indexOf(text.charAt(i));
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.write(bits >> held);
            }
        }
        return bytes.toByteArray();
    }
}
