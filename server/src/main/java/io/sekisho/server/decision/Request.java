package io.sekisho.server.decision;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.server.access.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that changes something and may be sent again: the journal knows it by the key that came with it.
 *
 * @param identity of caller and key
 * @param body of what was asked
 */
public record Request(Fingerprint identity, Fingerprint body, long atMillis, String actor) {

    /**
     * The request of a caller.
     *
     * @param key as its Idempotency-Key says
     * @param asked all that makes the request what it is: method, path and body
     * @param secret of the shop, so that what was asked cannot be guessed from its fingerprint
     */
    public static Request of(Caller caller, String key, String asked, Secret secret, long atMillis) {
        byte[] identity = ("urn:sekisho:request:" + caller.actor() + "\0" + key).getBytes(StandardCharsets.UTF_8);
        return new Request(
                fingerprint(new byte[0], identity),
                fingerprint(secret.bytes(), asked.getBytes(StandardCharsets.UTF_8)),
                atMillis,
                caller.actor());
    }

    /** What keeps fingerprints of bodies from being guessed. */
    public record Secret(byte[] bytes) {}

    /** A name for what the request makes, the same whenever it is sent. */
    String id() {
        return HexFormat.of().toHexDigits(identity.high()) + HexFormat.of().toHexDigits(identity.low());
    }

    /** One of several changes that the same request asks for. */
    public Request part(int index) {
        long mixed = identity.low() + 0x9E3779B97F4A7C15L * index;
        return new Request(new Fingerprint(identity.high(), mixed), body, atMillis, actor);
    }

    private static Fingerprint fingerprint(byte[] secret, byte[] text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(secret);
            ByteBuffer digest = ByteBuffer.wrap(sha256.digest(text));
            return new Fingerprint(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
