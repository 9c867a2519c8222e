package io.sekisho.server.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the body of a request into the events that it holds, without reading them: one object, an array, or a line each. Where
 * an array is not one, what is cut is not JSON either, and its reader says so.
 */
public final class EventSplit {

    private final byte[] body;
    private final List<byte[]> events = new ArrayList<>();

    private EventSplit(byte[] body) {
        this.body = body;
    }

    /** The lines that are not blank. */
    public static List<Line> lines(byte[] body) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        int start = 0;
        for (int at = 0; at <= body.length; at++) {
            if (at == body.length || body[at] == '\n') {
                if (!isBlank(body, start, at)) {
                    lines.add(new Line(number, Arrays.copyOfRange(body, start, at)));
                }
                number++;
                start = at + 1;
            }
        }
        return lines;
    }

    /** The elements of the array, or the body itself where it holds none; numbered from 1. */
    public static List<Line> elements(byte[] body) {
        int start = skipBlank(body, 0);
        if (start == body.length || body[start] != '[') {
            return List.of(new Line(1, body));
        }
        List<byte[]> elements = new EventSplit(body).elementsFrom(start + 1);
        List<Line> lines = new ArrayList<>(elements.size());
        for (byte[] element : elements) {
            lines.add(new Line(lines.size() + 1, element));
        }
        return lines;
    }

    /**
     * An event's bytes.
     *
     * @param number of the line or the element, from 1
     */
    public record Line(int number, byte[] bytes) {}

    private List<byte[]> elementsFrom(int first) {
        int depth = 0;
        boolean isInText = false;
        int start = first;
        for (int at = first; at < body.length; at++) {
            byte c = body[at];
            if (isInText) {
                at += c == '\\' ? 1 : 0;
                isInText = c != '"';
            } else if (depth == 0 && (c == ',' || c == ']')) {
                add(start, at, c == ']');
                start = at + 1;
                if (c == ']') {
                    return end(start);
                }
            } else {
                isInText = c == '"';
                depth += depthOf(c);
            }
        }
        events.add(rest('[', Math.min(start, body.length)));
        return events;
    }

    /** What is left, behind the bracket that has no partner: its reader refuses it even where it holds a whole event. */
    private byte[] rest(char bracket, int from) {
        byte[] rest = new byte[body.length - from + 1];
        rest[0] = (byte) bracket;
        System.arraycopy(body, from, rest, 1, body.length - from);
        return rest;
    }

    private static int depthOf(byte c) {
        return switch (c) {
            case '{', '[' -> 1;
            case '}', ']' -> -1;
            default -> 0;
        };
    }

    /** An empty array holds nothing; an empty element is one that its reader refuses. */
    private void add(int from, int to, boolean isLast) {
        if (!isLast || !events.isEmpty() || !isBlank(body, from, to)) {
            events.add(Arrays.copyOfRange(body, from, to));
        }
    }

    private List<byte[]> end(int from) {
        if (!isBlank(body, from, body.length)) {
            events.add(rest(']', from));
        }
        return events;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        return skipBlank(bytes, from) >= to;
    }

    private static int skipBlank(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }
}
