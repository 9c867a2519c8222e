package io.sekisho.bench.feed;

import io.netty.buffer.ByteBuf;
import io.sekisho.bench.load.Route;
import java.nio.charset.StandardCharsets;

/** The head of a POST, all but the length made once. */
final class RequestHead {

    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] upToLength;

    RequestHead(Route route, String host, String key) {
        String authorization = key.isEmpty() ? "" : "Authorization: Bearer " + key + "\r\n";
        String head = "POST " + route.path() + " HTTP/1.1\r\nHost: " + host + "\r\n" + authorization
                + "Content-Type: application/json\r\nContent-Length: ";
        this.upToLength = head.getBytes(StandardCharsets.US_ASCII);
    }

    void write(ByteBuf out, int bodyBytes) {
        out.writeBytes(upToLength);
        int divisor = 1;
        while (bodyBytes / divisor >= 10) {
            divisor *= 10;
        }
        for (int left = divisor; left > 0; left /= 10) {
            out.writeByte('0' + bodyBytes / left % 10);
        }
        out.writeBytes(END);
    }
}
