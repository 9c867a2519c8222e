package io.sekisho.server.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** An entry in its place in the chain: its hash is made over the entry and over the hash of the one before it. */
final class Link {

    private static final int HASH_BYTES = 32;
    private static final byte[] BEFORE_THE_FIRST = new byte[HASH_BYTES];

    private final AuditEntry entry;
    private final byte[] hash;

    private Link(AuditEntry entry, byte[] hash) {
        this.entry = entry;
        this.hash = hash;
    }

    /** What stands before the first entry. */
    static byte[] start() {
        return BEFORE_THE_FIRST.clone();
    }

    static Link after(byte[] previous, AuditEntry entry) {
        return new Link(entry, hash(previous, entry.bytes()));
    }

    /** From a record of the file: the hash, and the entry behind it. Empty where it is no such record. */
    static Optional<Link> read(byte[] payload) {
        return payload.length <= HASH_BYTES
                ? Optional.empty()
                : AuditEntry.read(payload, HASH_BYTES)
                        .map(entry -> new Link(entry, Arrays.copyOf(payload, HASH_BYTES)));
    }

    byte[] payload() {
        byte[] bytes = entry.bytes();
        byte[] payload = Arrays.copyOf(hash, HASH_BYTES + bytes.length);
        System.arraycopy(bytes, 0, payload, HASH_BYTES, bytes.length);
        return payload;
    }

    /** Whether it is what was written behind the one of that hash. */
    boolean follows(byte[] previous) {
        return Arrays.equals(hash, hash(previous, entry.bytes()));
    }

    AuditEntry entry() {
        return entry;
    }

    byte[] hash() {
        return hash.clone();
    }

    String hashHex() {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] hash(byte[] previous, byte[] entry) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(previous);
            return sha256.digest(entry);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
