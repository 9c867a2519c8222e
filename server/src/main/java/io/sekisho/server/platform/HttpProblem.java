package io.sekisho.server.platform;

import io.sekisho.wire.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as an answer: problem+json (RFC 9457) with everything that is wrong.
 *
 * @param code stable, for machines; the last part of {@code type}
 * @param detail for people: what is wrong and what to do; never repeats a value that could be a secret
 * @param extensions further members: Strings, Longs, Booleans, maps and lists of these
 */
public record HttpProblem(
        int status, String code, String title, String detail, List<Item> problems, Map<String, Object> extensions) {

    public static final String CONTENT_TYPE = "application/problem+json";

    private static final String TYPE = "urn:sekisho:problem:";

    public HttpProblem {
        problems = List.copyOf(problems);
        extensions = Map.copyOf(extensions);
    }

    /**
     * One of the things that are wrong.
     *
     * @param line of a batch, from 1
     * @param pointer RFC 6901, into the line or the body
     */
    public record Item(@Nullable Integer line, String pointer, String code, String detail) {}

    /** A problem that is said in one sentence. */
    public static HttpProblem of(int status, String code, String title, String detail) {
        return new HttpProblem(status, code, title, detail, List.of(), Map.of());
    }

    /** The same problem with one member more. */
    public HttpProblem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new HttpProblem(status, code, title, detail, problems, more);
    }

    /** The body, in UTF-8. */
    public byte[] json() {
        Map<String, Object> body = new LinkedHashMap<>(extensions);
        body.put("type", TYPE + code);
        body.put("code", code);
        body.put("title", title);
        body.put("status", (long) status);
        body.put("detail", detail);
        if (!problems.isEmpty()) {
            body.put("problems", problems.stream().map(HttpProblem::item).toList());
        }
        return new CanonicalJson().write(body).getBytes(StandardCharsets.UTF_8);
    }

    /** An item as JSON. */
    public static Map<String, Object> item(Item item) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (item.line() != null) {
            members.put("line", (long) item.line());
        }
        members.put("pointer", item.pointer());
        members.put("code", item.code());
        members.put("detail", item.detail());
        return members;
    }
}
