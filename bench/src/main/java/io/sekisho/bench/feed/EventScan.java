package io.sekisho.bench.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds, in the bytes of one event, what the feed changes or asks for: the top level's id, type and time, and every text
 * that looks like a time. One instance serves many events. It does not check the JSON: the server does that.
 */
final class EventScan {

    /*
     * Parsing into a tree and writing it anew would cost the client about 3 microseconds an event, as much as the server's
     * own parsing. Strings are all that matters here, so that only their bounds, and the depth at which they stand, are
     * tracked. A string is a name if a colon follows it.
     */
    private static final int NOWHERE = -1;
    private static final byte[] ID = ascii("\"id\"");
    private static final byte[] TYPE = ascii("\"type\"");
    private static final byte[] TIME = ascii("\"time\"");
    private static final int SHORTEST_TIME = "2023-09-13T02:14:05Z".length();

    private byte[] bytes = new byte[0];
    private int end;
    private int idFrom;
    private int typeFrom;
    private int typeTo;
    private int timeFrom;
    private int timeTo;
    private int[] times = new int[8];
    private int timeCount;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void scan(byte[] event, int from, int to) {
        bytes = event;
        end = to;
        idFrom = NOWHERE;
        typeFrom = NOWHERE;
        timeFrom = NOWHERE;
        timeCount = 0;
        strings(from);
    }

    /** Whether the top level has an id, a type and a time. */
    boolean isEvent() {
        return idFrom != NOWHERE && typeFrom != NOWHERE && timeFrom != NOWHERE;
    }

    /** Where the id's text begins. */
    int idFrom() {
        return idFrom;
    }

    String type() {
        return new String(bytes, typeFrom, typeTo - typeFrom, StandardCharsets.UTF_8);
    }

    String time() {
        return new String(bytes, timeFrom, timeTo - timeFrom, StandardCharsets.UTF_8);
    }

    /** How many texts look like times. */
    int timeCount() {
        return timeCount;
    }

    int timeFrom(int which) {
        return times[2 * which];
    }

    /** Behind the last byte. */
    int timeTo(int which) {
        return times[2 * which + 1];
    }

    private void strings(int from) {
        int depth = 0;
        int nameFrom = NOWHERE;
        for (int at = from; at < end; at++) {
            switch (bytes[at]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case ',' -> nameFrom = NOWHERE;
                case '"' -> {
                    int close = closing(at + 1);
                    if (isName(close + 1)) {
                        nameFrom = at;
                    } else {
                        value(depth == 1 ? nameFrom : NOWHERE, at + 1, close);
                    }
                    at = close;
                }
                default -> {
                    // Numbers, words, blanks and colons are sent as they are.
                }
            }
        }
    }

    /** The quote that closes a string. */
    private int closing(int from) {
        int at = from;
        while (at < end && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, end);
    }

    private boolean isName(int from) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at < end && bytes[at] == ':';
    }

    private void value(int nameFrom, int from, int to) {
        if (looksLikeTime(from, to)) {
            add(from, to);
        }
        if (nameFrom == NOWHERE) {
            return;
        }
        if (isAt(nameFrom, ID)) {
            idFrom = from;
        } else if (isAt(nameFrom, TYPE)) {
            typeFrom = from;
            typeTo = to;
        } else if (isAt(nameFrom, TIME)) {
            timeFrom = from;
            timeTo = to;
        }
    }

    private boolean looksLikeTime(int from, int to) {
        return to - from >= SHORTEST_TIME
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && (bytes[from + 10] == 'T' || bytes[from + 10] == 't')
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':';
    }

    private void add(int from, int to) {
        if (2 * timeCount == times.length) {
            times = Arrays.copyOf(times, times.length * 2);
        }
        times[2 * timeCount] = from;
        times[2 * timeCount + 1] = to;
        timeCount++;
    }

    private boolean isAt(int from, byte[] name) {
        return end - from >= name.length && Arrays.equals(bytes, from, from + name.length, name, 0, name.length);
    }
}
