package io.sekisho.server.audit;

import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody did.
 *
 * @param number from 1, without gaps
 * @param at to the millisecond
 * @param actor {@code key:ID}, {@code staff:ID} or {@code system}
 * @param action the word of an {@link AuditAction}; text, since a log outlives the version that wrote it
 * @param subject what it was done to, as {@code kind:ID}
 * @param details more of it; ids and codes, no personal data
 */
public record AuditEntry(
        long number, Instant at, String actor, String action, String subject, Map<String, String> details) {

    /** Who acts where nobody asked the server to. */
    public static final String SYSTEM = "system";

    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** The canonical JSON that the chain is made over. */
    byte[] bytes() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", number);
        members.put("at", at.toString());
        members.put("actor", actor);
        members.put("action", action);
        members.put("subject", subject);
        members.put("details", new TreeMap<>(details));
        return new CanonicalJson().write(members).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #bytes} wrote; empty where it is something else. */
    static Optional<AuditEntry> read(byte[] bytes, int from) {
        Optional<Object> tree = JsonTree.read(bytes, from, bytes.length - from, new ArrayList<>());
        if (!(tree.orElse(null) instanceof Map<?, ?> members) || !(members.get("number") instanceof Long number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AuditEntry(
                    number,
                    Instant.parse(text(members, "at")),
                    text(members, "actor"),
                    text(members, "action"),
                    text(members, "subject"),
                    texts(Optional.<Object>ofNullable(members.get("details")).orElse(Map.of()))));
        } catch (DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /** The texts of a JSON object. */
    static Map<String, String> texts(byte[] json) {
        return texts(JsonTree.read(json, 0, json.length, new ArrayList<>()).orElse(Map.of()));
    }

    private static Map<String, String> texts(Object tree) {
        Map<String, String> texts = new TreeMap<>();
        if (tree instanceof Map<?, ?> members) {
            members.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        }
        return texts;
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }
}
