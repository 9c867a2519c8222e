package io.sekisho.wire.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A record being read, in the order in which {@link RecordOutput} wrote it. Owned by one thread. */
final class RecordInput {

    private static final int SEVEN_BITS = 0x7f;

    private final byte[] bytes;
    private int at;

    RecordInput(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    int takeByte() {
        return bytes[at++] & 0xff;
    }

    long takeWhole() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    long takeLong() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | (bytes[at++] & 0xff);
        }
        return value;
    }

    boolean takeFlag() {
        return takeByte() == 1;
    }

    byte[] takeBytes() {
        int length = (int) takeWhole();
        byte[] value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    String takeText() {
        int length = (int) takeWhole();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    List<String> takeTexts() {
        int count = (int) takeWhole();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(takeText());
        }
        return texts;
    }
}
