package io.sekisho.server.access;

import java.security.MessageDigest;
import java.util.HexFormat;

/** A key as it is kept in memory: what a request is compared with, and when it was used last. */
final class KnownKey {

    /** More often it is not noted: many threads would write to one place in memory. */
    private static final long NOTED_EVERY_MILLIS = 1_000;

    private final ApiKey key;
    private final byte[] hash;
    private final KeyCheck granted;
    private volatile long lastUsedMillis;

    KnownKey(ApiKey key, String hashHex, long lastUsedMillis) {
        this.key = key;
        this.hash = HexFormat.of().parseHex(hashHex);
        this.granted = new KeyCheck.Granted(key);
        this.lastUsedMillis = lastUsedMillis;
    }

    ApiKey key() {
        return key;
    }

    /** In constant time. */
    boolean hasHash(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    KeyCheck use(long nowMillis) {
        if (nowMillis - lastUsedMillis >= NOTED_EVERY_MILLIS) {
            lastUsedMillis = nowMillis;
        }
        return granted;
    }

    /** 0 where it never was. */
    long lastUsedMillis() {
        return lastUsedMillis;
    }

    void usedBefore(long millis) {
        lastUsedMillis = Math.max(lastUsedMillis, millis);
    }
}
