package io.sekisho.cli.score;

import io.sekisho.cli.console.ProblemList;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.event.Timestamps.Timestamp;
import io.sekisho.wire.json.JsonProblem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object of a line, or one within it, read by member; what cannot be used is reported. */
final class JsonLine {

    private final String file;
    private final long line;
    private final String pointer;
    private final Map<String, @Nullable Object> members;
    private final ProblemList problems;
    private final long problemsBefore;

    JsonLine(String file, long line, Map<String, @Nullable Object> members, ProblemList problems) {
        this(file, line, "", members, problems);
    }

    private JsonLine(
            String file, long line, String pointer, Map<String, @Nullable Object> members, ProblemList problems) {
        this.file = file;
        this.line = line;
        this.pointer = pointer;
        this.members = members;
        this.problems = problems;
        this.problemsBefore = problems.count();
    }

    String file() {
        return file;
    }

    long line() {
        return line;
    }

    /** Whether nothing was reported since the line was opened. */
    boolean isSound() {
        return problems.count() == problemsBefore;
    }

    void report(String member, String code, String detail) {
        problems.add(file, line, new JsonProblem(JsonProblem.child(pointer, member), code, detail));
    }

    /** The text; empty where there is none. */
    String text(String member) {
        Object value = members.get(member);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        report(member, "wrong_type", "This must be text.");
        return "";
    }

    String requiredText(String member) {
        String text = text(member);
        if (text.isEmpty() && isSound()) {
            report(member, "missing", "'" + member + "' is missing.");
        }
        return text;
    }

    /** A time in milliseconds since 1970; null where there is none. */
    @Nullable
    Long millis(String member) {
        String text = text(member);
        if (text.isEmpty()) {
            return null;
        }
        Optional<Timestamp> time = Timestamps.parse(text);
        if (time.isEmpty()) {
            report(member, "invalid_format", "This must be a time such as 2026-01-02T03:04:05+09:00.");
            return null;
        }
        return time.get().millis();
    }

    long requiredMillis(String member) {
        requiredText(member);
        Long millis = millis(member);
        return millis == null ? 0 : millis;
    }

    /** A whole number from 0 up; {@code absent} where there is none. */
    long whole(String member, long absent) {
        Object value = members.get(member);
        if (value == null) {
            return absent;
        }
        if (value instanceof Long whole && whole >= 0) {
            return whole;
        }
        report(member, "not_integer", "This must be a whole number from 0 up.");
        return absent;
    }

    /** The object; null where there is none. */
    @Nullable
    JsonLine object(String member) {
        Object value = members.get(member);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> object) {
            return new JsonLine(file, line, pointer + "/" + member, cast(object), problems);
        }
        report(member, "wrong_type", "This must be an object.");
        return null;
    }

    /** The objects of a list; empty where there is none. */
    List<JsonLine> objects(String member) {
        List<JsonLine> objects = new ArrayList<>();
        for (Object element : list(member)) {
            String at = JsonProblem.child(pointer, member) + "/" + objects.size();
            if (element instanceof Map<?, ?> object) {
                objects.add(new JsonLine(file, line, at, cast(object), problems));
            } else {
                problems.add(file, line, new JsonProblem(at, "wrong_type", "This must be an object."));
            }
        }
        return objects;
    }

    /** The texts of a list; empty where there is none. */
    Set<String> texts(String member) {
        Set<String> texts = new LinkedHashSet<>();
        for (Object element : list(member)) {
            if (element instanceof String text) {
                texts.add(text);
            } else {
                report(member, "wrong_type", "This must be a list of texts.");
            }
        }
        return texts;
    }

    boolean has(String member) {
        return members.get(member) != null;
    }

    private List<?> list(String member) {
        Object value = members.get(member);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        report(member, "wrong_type", "This must be a list.");
        return List.of();
    }

    /** Only {@link JsonFile} makes these maps, with text for keys. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> cast(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }
}
