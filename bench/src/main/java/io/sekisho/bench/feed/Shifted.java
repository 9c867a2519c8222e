package io.sekisho.bench.feed;

import io.sekisho.engine.event.Timestamps;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One event with another id and other times, everything else as it was, byte for byte. One instance serves many events. */
final class Shifted {

    private final EventScan scan = new EventScan();
    private final long shiftMillis;
    private byte[] bytes = new byte[1024];
    private int length;

    /** Times move by that much. */
    Shifted(long shiftMillis) {
        this.shiftMillis = shiftMillis;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    String type() {
        return scan.type();
    }

    /** Takes an event; the prefix is put before its id. */
    void take(byte[] event, int from, int to, byte[] idPrefix) {
        scan.scan(event, from, to);
        length = 0;
        int done = from;
        boolean isIdDone = false;
        for (int i = 0; i < scan.timeCount(); i++) {
            if (!isIdDone && scan.idFrom() < scan.timeFrom(i)) {
                done = withId(event, done, idPrefix);
                isIdDone = true;
            }
            append(event, done, scan.timeFrom(i));
            appendTime(event, scan.timeFrom(i), scan.timeTo(i));
            done = scan.timeTo(i);
        }
        if (!isIdDone) {
            done = withId(event, done, idPrefix);
        }
        append(event, done, to);
    }

    private int withId(byte[] event, int done, byte[] idPrefix) {
        append(event, done, scan.idFrom());
        append(idPrefix, 0, idPrefix.length);
        return scan.idFrom();
    }

    /** What only looks like a time stays as it is. */
    private void appendTime(byte[] event, int from, int to) {
        String text = new String(event, from, to - from, StandardCharsets.ISO_8859_1);
        byte[] moved = Timestamps.parse(text)
                .map(time -> Timestamps.format(time.millis() + shiftMillis, time.offsetSeconds()))
                .orElse(text)
                .getBytes(StandardCharsets.ISO_8859_1);
        append(moved, 0, moved.length);
    }

    private void append(byte[] source, int from, int to) {
        int more = to - from;
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
        System.arraycopy(source, from, bytes, length, more);
        length += more;
    }
}
