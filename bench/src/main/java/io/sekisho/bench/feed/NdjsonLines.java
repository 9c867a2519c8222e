package io.sekisho.bench.feed;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream that are not blank, one at a time in the same array, without what ends them. A line longer than an
 * event may be is refused, so that memory stays bounded.
 */
final class NdjsonLines {

    private static final int MOST_LINE_BYTES = 64 * 1024;
    private static final int BUFFER_BYTES = 4 * MOST_LINE_BYTES;

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private int next;
    private int end;
    private long number;

    /** Of a stream that problems call by that name. */
    NdjsonLines(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean advance() throws IOException {
        do {
            from = next;
            to = newline();
            if (to == end && from == end) {
                return false;
            }
            next = Math.min(to + 1, end);
            number++;
            if (to > from && buffer[to - 1] == '\r') {
                to--;
            }
        } while (isBlank());
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    /** Behind the last byte. */
    int to() {
        return to;
    }

    /** Of the line, from 1. */
    long number() {
        return number;
    }

    /** Where the line ends; it may move to the beginning of the buffer meanwhile. */
    private int newline() throws IOException {
        int at = from;
        while (true) {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at - from > MOST_LINE_BYTES) {
                throw new FeedException(
                        name + ":" + (number + 1) + ": the line is longer than the 64 KiB that an event may have.");
            }
            if (at < end) {
                return at;
            }
            at -= from;
            if (!fill()) {
                return end;
            }
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= from;
        from = 0;
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    private boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
