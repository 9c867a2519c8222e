package io.sekisho.acceptance;

import io.sekisho.acceptance.testkit.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** All e-mail addresses, phone numbers, names and network addresses of a stream, to be looked for in what is kept of it. */
final class PersonalTexts {

    private static final Set<String> PERSONAL = Set.of("email", "phone", "name", "ip", "message", "contact");

    /** Shorter ones stand by chance in any megabyte. */
    private static final int SHORTEST = 7;

    /** By their first four bytes: a file is looked through once for all of them. */
    private final Map<Integer, List<byte[]>> byStart = new HashMap<>();

    private final Set<String> texts = new HashSet<>();

    private PersonalTexts() {}

    static PersonalTexts of(SimulatedStream stream) {
        PersonalTexts personal = new PersonalTexts();
        stream.events().forEach(event -> personal.collect("", Json.read(event)));
        return personal;
    }

    int size() {
        return texts.size();
    }

    /** Those that stand in the bytes. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new HashSet<>();
        for (int at = 0; at + 4 <= bytes.length; at++) {
            for (byte[] text : byStart.getOrDefault(start(bytes, at), List.of())) {
                if (standsAt(bytes, at, text)) {
                    found.add(new String(text, StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }

    private void collect(String name, JsonNode tree) {
        if (tree.isObject()) {
            tree.propertyNames().forEach(member -> collect(member, tree.get(member)));
        } else if (tree.isArray()) {
            tree.forEach(element -> collect(name, element));
        } else if (PERSONAL.contains(name) && tree.isString() && tree.asString().length() >= SHORTEST) {
            add(tree.asString());
        }
    }

    private void add(String text) {
        if (texts.add(text)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byStart.computeIfAbsent(start(bytes, 0), first -> new ArrayList<>()).add(bytes);
        }
    }

    private static int start(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 255) << 16 | (bytes[at + 2] & 255) << 8 | (bytes[at + 3] & 255);
    }

    /** Not where it is a part of a longer number. */
    private static boolean standsAt(byte[] bytes, int at, byte[] text) {
        int end = at + text.length;
        return end <= bytes.length
                && java.util.Arrays.equals(bytes, at, end, text, 0, text.length)
                && !(isDigit(bytes, at - 1) && isDigit(bytes, at))
                && !(isDigit(bytes, end - 1) && isDigit(bytes, end));
    }

    private static boolean isDigit(byte[] bytes, int at) {
        return at >= 0 && at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9';
    }
}
