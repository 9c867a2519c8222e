package io.sekisho.server.access;

import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file of a key: everything but the secret, and the secret's SHA-256. */
final class KeyJson {

    private static final long FORMAT = 1;
    private static final int HASH_CHARACTERS = 64;

    private KeyJson() {}

    /** What a file holds. */
    record Content(ApiKey key, String hashHex) {

        /** Without the hash. */
        @Override
        public String toString() {
            return "Content[" + key.id() + "]";
        }
    }

    static byte[] write(ApiKey key, String hashHex) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put("id", key.id());
        members.put("name", key.name());
        members.put("scopes", key.scopes().stream().map(Scope::word).toList());
        members.put("created", key.created().toString());
        put(members, "expires", key.expires());
        put(members, "revoked", key.revoked());
        members.put("quota_per_minute", key.quotaPerMinute());
        members.put("sha256", hashHex);
        return (new CanonicalJson().write(members) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The content; empty where it is not that of a key. */
    static Optional<Content> read(byte[] bytes) {
        List<JsonProblem> problems = new ArrayList<>();
        Optional<Object> tree = JsonTree.read(bytes, 0, bytes.length, problems);
        if (!problems.isEmpty() || !(tree.orElse(null) instanceof Map<?, ?> members)) {
            return Optional.empty();
        }
        try {
            return content(members);
        } catch (DateTimeException | ClassCastException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Content> content(Map<?, ?> members) {
        boolean isKnown = Long.valueOf(FORMAT).equals(members.get("format"));
        if (!isKnown
                || !(members.get("scopes") instanceof List<?> words)
                || text(members, "sha256").length() != HASH_CHARACTERS) {
            return Optional.empty();
        }
        Set<Scope> scopes =
                words.stream().flatMap(word -> Scope.of((String) word).stream()).collect(Collectors.toSet());
        if (scopes.isEmpty() || !(members.get("quota_per_minute") instanceof Long quota)) {
            return Optional.empty();
        }
        ApiKey key = new ApiKey(
                text(members, "id"),
                text(members, "name"),
                scopes,
                Instant.parse(text(members, "created")),
                time(members, "expires"),
                time(members, "revoked"),
                quota);
        return Optional.of(new Content(key, text(members, "sha256")));
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    private static @Nullable Instant time(Map<?, ?> members, String name) {
        return members.containsKey(name) ? Instant.parse(text(members, name)) : null;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Instant time) {
        if (time != null) {
            members.put(name, time.toString());
        }
    }
}
