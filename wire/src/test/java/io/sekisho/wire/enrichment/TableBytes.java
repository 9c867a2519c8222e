package io.sekisho.wire.enrichment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes tables in their binary form, right or wrong, for tests. */
final class TableBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TableBytes(String magic) {
        bytes.writeBytes(magic.getBytes(StandardCharsets.UTF_8));
    }

    TableBytes number(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes.write((int) left);
        return this;
    }

    TableBytes text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    TableBytes family(long[] starts, int[] values) {
        number(starts.length);
        for (int i = 0; i < starts.length; i++) {
            number(i == 0 ? starts[0] : starts[i] - starts[i - 1]);
        }
        for (int value : values) {
            number(value);
        }
        return this;
    }

    byte[] packed() {
        return gzip(bytes.toByteArray());
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Tables by file name; others are missing. */
    static Shipped shipping(Map<String, byte[]> files) {
        return file -> {
            byte[] found = files.get(file);
            if (found == null) {
                throw new FileNotFoundException("it is not there");
            }
            return new ByteArrayInputStream(found);
        };
    }

    static byte[] shipped(String file) {
        try (InputStream in = Shipped.TABLES.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
