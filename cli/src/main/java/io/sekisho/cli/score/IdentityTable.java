package io.sekisho.cli.score;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Numbers texts from 0 upwards in the order in which they are first seen.
 *
 * <p>It keeps 128 bits of each text's SHA-256 and not the text, some 40 bytes whatever the length: a million ids are to
 * fit beside everything else. Two texts of equal bits are not to be expected before 2^64 of them.
 */
final class IdentityTable {

    private static final int FIRST_SLOTS = 1 << 10;

    private final MessageDigest sha256 = sha256();
    private long[] keys = new long[2 * FIRST_SLOTS];
    private int[] numbers = new int[FIRST_SLOTS];
    private int size;

    /** The key of the text in hand: fields, to make no object a call. */
    private long high;

    private long low;

    /** The number of the text; a new one if it was not seen before, which {@link #size()} then shows. */
    int add(String text) {
        if (size * 2 >= numbers.length) {
            grow();
        }
        hash(text);
        int slot = slot(high, low);
        if (numbers[slot] == 0) {
            put(slot, high, low, ++size);
        }
        return numbers[slot] - 1;
    }

    /** The number of the text, or -1 if it was never added. */
    int find(String text) {
        hash(text);
        return numbers[slot(high, low)] - 1;
    }

    int size() {
        return size;
    }

    private void hash(String text) {
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        high = hash.getLong();
        low = hash.getLong();
    }

    /** The slot that holds the key, or the free one where it belongs. */
    private int slot(long keyHigh, long keyLow) {
        int mask = numbers.length - 1;
        int slot = (int) keyLow & mask;
        while (numbers[slot] != 0 && (keys[2 * slot] != keyHigh || keys[2 * slot + 1] != keyLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, long keyHigh, long keyLow, int number) {
        keys[2 * slot] = keyHigh;
        keys[2 * slot + 1] = keyLow;
        numbers[slot] = number;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldNumbers.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                long keyHigh = oldKeys[2 * i];
                long keyLow = oldKeys[2 * i + 1];
                put(slot(keyHigh, keyLow), keyHigh, keyLow, oldNumbers[i]);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
