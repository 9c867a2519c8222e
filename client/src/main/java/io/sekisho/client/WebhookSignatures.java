package io.sekisho.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells calls that come from Sekisho from those that only say so, by their signature (Standard Webhooks 1.0.0).
 *
 * <p>Thread-safe. Several secrets are known while one replaces another. A call that is repeated within the tolerance has
 * a right signature too: whoever acts on it remembers its {@code webhook-id}.
 */
public final class WebhookSignatures {

    /** How far the time of a call may be from the clock of the shop, both ways, the bound included. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;

    /** More signatures than secrets can be in rotation are an attempt to keep us busy. */
    private static final int MOST_SIGNATURES = 16;

    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    private final List<SecretKeySpec> secrets;

    private WebhookSignatures(List<SecretKeySpec> secrets) {
        this.secrets = secrets;
    }

    /** What became of the check of a call. */
    public enum Verification {
        VALID,
        /** One of the three headers is not there. */
        HEADER_MISSING,
        /** The time is no number of seconds, or more signatures are there than can be. */
        MALFORMED,
        /** More than five minutes before the shop's clock: late, or played again. */
        TOO_OLD,
        /** More than five minutes after the shop's clock. */
        TOO_NEW,
        /** No signature fits any secret. */
        WRONG_SIGNATURE;

        public boolean isValid() {
            return this == VALID;
        }
    }

    /**
     * For these secrets.
     *
     * @param secrets {@code whsec_} and 24 to 64 bytes in Base64, at least one
     * @throws IllegalArgumentException if one is no secret; it is not repeated
     */
    public static WebhookSignatures of(String... secrets) {
        if (secrets.length == 0) {
            throw new IllegalArgumentException("Name at least one secret");
        }
        return new WebhookSignatures(
                Arrays.stream(secrets).map(WebhookSignatures::key).toList());
    }

    /**
     * Checks a call.
     *
     * @param header value of the header of that name, in small letters; null where there is none
     * @param body as it came, byte for byte
     * @param now the shop's clock
     */
    public Verification check(Function<String, @Nullable String> header, byte[] body, Instant now) {
        Optional<String> id = Optional.ofNullable(header.apply("webhook-id"));
        Optional<String> timestamp = Optional.ofNullable(header.apply("webhook-timestamp"));
        Optional<String> signatures = Optional.ofNullable(header.apply("webhook-signature"));
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return Verification.HEADER_MISSING;
        }
        String[] told = signatures.get().split(" ");
        if (!TIMESTAMP.matcher(timestamp.get()).matches() || told.length > MOST_SIGNATURES) {
            return Verification.MALFORMED;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp.get())), now);
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return age.isNegative() ? Verification.TOO_NEW : Verification.TOO_OLD;
        }
        byte[] signed = (id.get() + "." + timestamp.get() + ".").getBytes(StandardCharsets.UTF_8);
        return isSigned(told, signed, body) ? Verification.VALID : Verification.WRONG_SIGNATURE;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "WebhookSignatures[" + secrets.size() + " secrets]";
    }

    /** Compares with each secret's, in a time that does not tell how far they agree. */
    private boolean isSigned(String[] told, byte[] head, byte[] body) {
        boolean isSigned = false;
        for (SecretKeySpec secret : secrets) {
            byte[] right = ("v1," + Base64.getEncoder().encodeToString(mac(secret, head, body)))
                    .getBytes(StandardCharsets.US_ASCII);
            for (String signature : told) {
                isSigned |= MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return isSigned;
    }

    private static byte[] mac(SecretKeySpec secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    private static SecretKeySpec key(String secret) {
        byte[] bytes = secret.startsWith(PREFIX) ? decoded(secret.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < SHORTEST_SECRET || bytes.length > LONGEST_SECRET) {
            throw new IllegalArgumentException("A secret of a webhook is " + PREFIX + " and " + SHORTEST_SECRET + " to "
                    + LONGEST_SECRET + " bytes in Base64");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
