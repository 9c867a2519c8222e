package io.sekisho.acceptance.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP response.
 *
 * @param headers by their names in small letters
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

    public Response {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.read(text());
    }

    /** The problem's code; empty where it is none. */
    public String code() {
        return json().path("code").asString("");
    }

    @Override
    public String toString() {
        return status + " " + headers + "\n" + text();
    }
}
