package io.sekisho.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Reads HTTP/1.1 answers with a Content-Length from whatever pieces the network cuts them into, and keeps the beginning of a
 * body only where asked to. Not for answers in chunks: they count as broken.
 */
final class ResponseParser {

    /*
     * A whole codec makes an object of each header and costs a client on the server's cores several microseconds an answer.
     * Here lines are copied into one array and all but two headers are passed over. One more line than RFC 9112 asks for is
     * not read: folded headers.
     */
    private static final int MOST_LINE_BYTES = 8 * 1024;
    private static final long MOST_BODY_BYTES = 16 * 1024 * 1024;
    private static final int KEPT_BYTES = 16 * 1024;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONNECTION = "connection:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CODING = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION = "http/1.1 ".getBytes(StandardCharsets.US_ASCII);

    /** How far an answer is. */
    enum Step {
        INCOMPLETE,
        COMPLETE,
        BROKEN
    }

    private enum Part {
        STATUS_LINE,
        HEADERS,
        BODY
    }

    private final byte[] line = new byte[MOST_LINE_BYTES];
    private int lineBytes;
    private Part part = Part.STATUS_LINE;
    private int status;
    private long bodyBytes;
    private long bodyLeft;
    private boolean isLast;
    private boolean keepsBody;
    private final byte[] kept = new byte[KEPT_BYTES];
    private int keptBytes;

    /** Status of the answer read last. */
    int status() {
        return status;
    }

    /** Whether the server said that it closes the connection. */
    boolean isLast() {
        return isLast;
    }

    /** The beginning of the body read last; empty unless it was to be kept. */
    String body() {
        return new String(kept, 0, keptBytes, StandardCharsets.UTF_8);
    }

    /** Forgets the answer before. Bodies of refusals are kept always, others if asked for. */
    void begin(boolean keepsBody) {
        this.keepsBody = keepsBody;
        this.part = Part.STATUS_LINE;
        this.lineBytes = 0;
        this.status = 0;
        this.bodyBytes = -1;
        this.isLast = false;
        this.keptBytes = 0;
    }

    /** Reads on. */
    Step read(ByteBuf in) {
        while (part != Part.BODY) {
            if (!readLine(in)) {
                return lineBytes == MOST_LINE_BYTES ? Step.BROKEN : Step.INCOMPLETE;
            }
            boolean isSound = part == Part.STATUS_LINE ? statusLine() : header();
            lineBytes = 0;
            if (!isSound) {
                return Step.BROKEN;
            }
        }
        return body(in);
    }

    private Step body(ByteBuf in) {
        int here = (int) Math.min(bodyLeft, in.readableBytes());
        int wanted = Math.min(here, keepsBody || status >= 300 ? KEPT_BYTES - keptBytes : 0);
        in.readBytes(kept, keptBytes, wanted);
        in.skipBytes(here - wanted);
        keptBytes += wanted;
        bodyLeft -= here;
        return bodyLeft == 0 ? Step.COMPLETE : Step.INCOMPLETE;
    }

    /** True when a line is there, without what ends it. */
    private boolean readLine(ByteBuf in) {
        int toNewline = in.bytesBefore((byte) '\n');
        int here = Math.min(toNewline < 0 ? in.readableBytes() : toNewline, MOST_LINE_BYTES - lineBytes);
        in.readBytes(line, lineBytes, here);
        lineBytes += here;
        if (toNewline < 0 || here < toNewline) {
            return false;
        }
        in.skipBytes(1);
        if (lineBytes > 0 && line[lineBytes - 1] == '\r') {
            lineBytes--;
        }
        return true;
    }

    private boolean statusLine() {
        status = startsWith(VERSION) ? (int) number(VERSION.length, Math.min(lineBytes, VERSION.length + 3)) : -1;
        part = Part.HEADERS;
        return status >= 200 && status <= 599;
    }

    private boolean header() {
        if (lineBytes == 0) {
            return headersEnd();
        }
        if (startsWith(LENGTH)) {
            long told = number(afterBlanks(LENGTH.length), lineBytes);
            boolean isSound = told >= 0 && told <= MOST_BODY_BYTES && (bodyBytes < 0 || bodyBytes == told);
            bodyBytes = told;
            return isSound;
        }
        if (startsWith(CONNECTION)) {
            isLast = text(CONNECTION.length).strip().equalsIgnoreCase("close");
        }
        return !startsWith(CODING);
    }

    private boolean headersEnd() {
        boolean hasNoBody = status == 204 || status == 304;
        bodyLeft = hasNoBody ? 0 : bodyBytes;
        part = Part.BODY;
        return hasNoBody || bodyBytes >= 0;
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < lineBytes && line[at] == ' ') {
            at++;
        }
        return at;
    }

    private String text(int from) {
        return new String(line, from, lineBytes - from, StandardCharsets.US_ASCII);
    }

    /** Upper and lower case count alike. */
    private boolean startsWith(byte[] lowerCase) {
        if (lineBytes < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            int letter = line[i] >= 'A' && line[i] <= 'Z' ? line[i] + ('a' - 'A') : line[i];
            if (letter != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    /** A whole number; -1 where there is none, or one of more than 18 digits. */
    private long number(int from, int to) {
        int end = to;
        while (end > from && line[end - 1] == ' ') {
            end--;
        }
        long number = end > from && end - from <= 18 ? 0 : -1;
        for (int i = from; i < end && number >= 0; i++) {
            int digit = line[i] - '0';
            number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
        }
        return number;
    }
}
