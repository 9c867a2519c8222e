package io.sekisho.server.privacy;

import io.sekisho.server.platform.PrivateFile;
import io.sekisho.wire.pseudonym.KeyedHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The two secrets of a shop: one for keyed hashes of personal texts, one for fingerprints of what it sent. */
public final class ShopKeys {

    private static final String CONTEXT = "shop's hash key";

    private final byte[] hashKey;
    private final byte[] bodySecret;

    private ShopKeys(byte[] secrets) {
        this.hashKey = Arrays.copyOfRange(secrets, 0, KeyedHash.KEY_BYTES);
        this.bodySecret = Arrays.copyOfRange(secrets, KeyedHash.KEY_BYTES, KeyedHash.KEY_BYTES * 2);
    }

    /** The secrets in the file, wrapped under the envelope key; drawn there if there are none. */
    public static ShopKeys open(Path file, EnvelopeKey envelope, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                byte[] drawn = new byte[KeyedHash.KEY_BYTES * 2];
                random.nextBytes(drawn);
                PrivateFile.write(file, envelope.wrap(drawn, CONTEXT));
            }
            return new ShopKeys(envelope.unwrap(Files.readAllBytes(file), CONTEXT));
        } catch (IOException failed) {
            throw new UncheckedIOException("The shop's keys cannot be read from " + file, failed);
        }
    }

    /** Names the key in the journal, and tells nothing of it. */
    public String keyId() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(hashKey);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** A new hash under the shop's key, for one thread. */
    public KeyedHash newHash() {
        return new KeyedHash(hashKey);
    }

    public byte[] bodySecret() {
        return bodySecret.clone();
    }
}
