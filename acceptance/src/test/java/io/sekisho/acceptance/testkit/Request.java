package io.sekisho.acceptance.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP request to the letter.
 *
 * @param headers as lines, without Host and without what tells the body's length
 */
public record Request(String method, String path, List<String> headers, byte[] body, boolean isChunked) {

    private static final String JSON = "Content-Type: application/json";
    private static final byte[] NOTHING = {};
    private static final int CHUNK = 1_000;

    public Request {
        headers = List.copyOf(headers);
    }

    public static Request get(String path) {
        return new Request("GET", path, List.of(), NOTHING, false);
    }

    public static Request of(String method, String path) {
        return new Request(method, path, List.of(), NOTHING, false);
    }

    /** A POST of JSON. */
    public static Request post(String path, String body) {
        return new Request("POST", path, List.of(JSON), body.getBytes(StandardCharsets.UTF_8), false);
    }

    public Request with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new Request(method, path, more, body, isChunked);
    }

    public Request by(String key) {
        return with("Authorization: Bearer " + key);
    }

    /** With another type of content, or with none. */
    public Request as(String contentType) {
        List<String> others = new ArrayList<>(headers.stream()
                .filter(header -> !header.startsWith("Content-Type:"))
                .toList());
        if (!contentType.isEmpty()) {
            others.add("Content-Type: " + contentType);
        }
        return new Request(method, path, others, body, isChunked);
    }

    /** Sent in pieces, without its length. */
    public Request inChunks() {
        return new Request(method, path, headers, body, true);
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (isChunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return Bytes.join(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), isChunked ? chunks() : body);
    }

    private byte[] chunks() {
        List<byte[]> parts = new ArrayList<>();
        for (int at = 0; at < body.length; at += CHUNK) {
            int length = Math.min(CHUNK, body.length - at);
            parts.add((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.UTF_8));
            parts.add(java.util.Arrays.copyOfRange(body, at, at + length));
            parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        parts.add("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return Bytes.join(parts.toArray(byte[][]::new));
    }
}
