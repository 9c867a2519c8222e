package io.sekisho.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, as bytes, without what ends them. Of a line longer than {@code mostBytes} only one byte more than
 * that is given, so that whoever reads it sees that it is too long, and memory stays bounded.
 */
public final class Lines {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final int mostBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private long number;

    public Lines(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** Number of the line given last, from 1. */
    public long number() {
        return number;
    }

    /** The next line that is not blank; null at the end. */
    public byte @Nullable [] next() throws IOException {
        while (read()) {
            number++;
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
            if (!isBlank()) {
                return Arrays.copyOf(line, length);
            }
        }
        return null;
    }

    private boolean read() throws IOException {
        length = 0;
        boolean isAnything = false;
        while (at < end || fill()) {
            isAnything = true;
            int newline = newline();
            append(newline);
            at = Math.min(newline + 1, end);
            if (newline < end) {
                return true;
            }
        }
        return isAnything;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int newline() {
        int place = at;
        while (place < end && buffer[place] != '\n') {
            place++;
        }
        return place;
    }

    private void append(int to) {
        int wanted = Math.min(to - at, mostBytes + 1 - length);
        if (wanted <= 0) {
            return;
        }
        if (length + wanted > line.length) {
            line = Arrays.copyOf(line, Math.max(length + wanted, line.length * 2));
        }
        System.arraycopy(buffer, at, line, length, wanted);
        length += wanted;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
