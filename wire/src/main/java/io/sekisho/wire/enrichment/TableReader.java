package io.sekisho.wire.enrichment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Reads the binary tables that {@code tools/enrichment} writes: gzip, a magic word, LEB128 numbers, UTF-8 texts. */
final class TableReader {
    /** No shipped table comes near it; a damaged length must not ask for all memory. */
    private static final int LONGEST_COLUMN = 20_000_000;

    private final byte[] bytes;
    private int at;

    private TableReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static TableReader open(InputStream source, String magic) throws IOException {
        byte[] bytes;
        try (GZIPInputStream unpacked = new GZIPInputStream(source, 1 << 16)) {
            bytes = unpacked.readAllBytes();
        }
        TableReader reader = new TableReader(bytes);
        byte[] expected = magic.getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(expected, 0, expected.length, bytes, 0, Math.min(expected.length, bytes.length))) {
            throw new IOException("it does not begin with " + magic);
        }
        reader.at = expected.length;
        return reader;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = next();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number at byte " + at + " does not end");
    }

    /** A number of things that follow, so at most the bytes that are left. */
    int count() throws IOException {
        long count = number();
        if (count < 0 || count > Math.min(LONGEST_COLUMN, bytes.length - at)) {
            throw new IOException("a length before byte " + at + " is out of range: " + count);
        }
        return (int) count;
    }

    String text() throws IOException {
        byte[] text = block();
        return new String(text, StandardCharsets.UTF_8);
    }

    byte[] block() throws IOException {
        int length = count();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    void end() throws IOException {
        if (at != bytes.length) {
            throw new IOException((bytes.length - at) + " bytes follow its end");
        }
    }

    private byte next() throws IOException {
        if (at == bytes.length) {
            throw new IOException("it ends too early");
        }
        return bytes[at++];
    }
}
