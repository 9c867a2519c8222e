package io.sekisho.server.decision.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.decision.Request;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import io.sekisho.server.privacy.ShopKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the Idempotency-Key of a request (draft-ietf-httpapi-idempotency-key-header-08). */
@Component
final class Requests {

    static final String HEADER = "Idempotency-Key";

    /** A structured-field string, or a client's bare token. */
    private static final Pattern KEY =
            Pattern.compile("\"([\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255})\"|([!-~&&[^\"]]{1,255})");

    private final Request.Secret secret;
    private final InstantSource time;
    private final SecureRandom random;

    Requests(ShopKeys keys, InstantSource time, SecureRandom random) {
        this.secret = new Request.Secret(keys.bodySecret());
        this.time = time;
        this.random = random;
    }

    /**
     * The request of that caller.
     *
     * @param action method and path
     */
    Request of(Caller caller, @Nullable String key, String action, byte[] body) {
        String asked = action + "\0" + new String(body, StandardCharsets.UTF_8);
        return Request.of(caller, key(key), asked, secret, time.millis());
    }

    /** A request that is like no other: it is done whenever it comes. */
    Request once(Caller caller) {
        byte[] drawn = new byte[16];
        random.nextBytes(drawn);
        return Request.of(caller, "once " + HexFormat.of().formatHex(drawn), "", secret, time.millis());
    }

    /** What the caller is told whose key belongs to another request. */
    static ProblemException reused() {
        return new ProblemException(HttpProblem.of(
                422,
                "idempotency_key_reused",
                "The Idempotency-Key belongs to another request",
                "The same key came with another body or path before; draw a new key for each new request."));
    }

    private static String key(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(
                    HttpProblem.of(
                            400,
                            "idempotency_key_missing",
                            "An Idempotency-Key is needed",
                            "Send a key of your own, as Idempotency-Key: \"8e03978e-40d5-43dd-bc93-6894a57f9324\"; the same request"
                                    + " sent again with the same key is done once. Keys are remembered as long as the journal."));
        }
        var matcher = KEY.matcher(header.strip());
        if (!matcher.matches()) {
            throw new ProblemException(HttpProblem.of(
                    400,
                    "idempotency_key_invalid",
                    "Not an Idempotency-Key",
                    "The key is a text of 1 to 255 printable ASCII characters, between quotes."));
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }
}
