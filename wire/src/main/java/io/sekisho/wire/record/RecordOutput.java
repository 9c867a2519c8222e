package io.sekisho.wire.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A record being written, compactly: small numbers take a byte. Reused for record after record; owned by one thread. */
final class RecordOutput {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[4096];
    private int size;

    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; negative numbers take ten. */
    void putWhole(long value) {
        ensure(10);
        long left = value;
        while ((left & ~SEVEN_BITS) != 0) {
            bytes[size++] = (byte) ((left & SEVEN_BITS) | MORE);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    void putLong(long value) {
        ensure(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void putFlag(boolean flag) {
        putByte(flag ? 1 : 0);
    }

    void putBytes(byte[] value) {
        putWhole(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void putText(String text) {
        putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void putTexts(List<String> texts) {
        putWhole(texts.size());
        texts.forEach(this::putText);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
