package io.sekisho.server.decision.web;

import io.sekisho.engine.event.Timestamps;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.HttpProblem.Item;
import io.sekisho.server.platform.ProblemException;
import io.sekisho.wire.event.CardNumbers;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The object that a request's body holds, read member by member; all that is wrong is told at once by {@link #check}. */
final class JsonBody {

    private static final int MOST_TEXT = 1_000;

    private final Map<?, ?> members;
    private final String pointer;
    private final List<Item> problems;
    private final Set<String> known = new TreeSet<>();

    private JsonBody(Map<?, ?> members, String pointer, List<Item> problems) {
        this.members = members;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** The body; if it holds no object, that is the one problem. */
    static JsonBody read(byte[] body) {
        List<JsonProblem> found = new ArrayList<>();
        Object tree = JsonTree.read(body, 0, body.length, found).orElse(null);
        List<Item> problems = new ArrayList<>();
        found.forEach(problem -> problems.add(new Item(null, problem.pointer(), problem.code(), problem.detail())));
        if (found.isEmpty() && !(tree instanceof Map<?, ?>)) {
            problems.add(new Item(null, "", "wrong_type", "The body is a JSON object."));
        }
        return new JsonBody(tree instanceof Map<?, ?> map ? map : Map.of(), "", problems);
    }

    /** The texts of that member, or of each object in it; empty where it is missing. */
    List<JsonBody> parts(String name) {
        known.add(name);
        List<JsonBody> parts = new ArrayList<>();
        if (members.get(name) instanceof List<?> list) {
            for (Object element : list) {
                parts.add(part(name, parts.size(), element));
            }
        } else if (members.containsKey(name)) {
            add(name, "wrong_type", "This is an array of objects.");
        }
        return parts;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** A text of at least one character. */
    String required(String name) {
        String text = optional(name);
        if (text.isBlank() && !hasProblemAt(name)) {
            add(name, "missing", "This is required, a text.");
        }
        return text;
    }

    /** A text; empty where it is missing. */
    String optional(String name) {
        known.add(name);
        Object value = members.get(name);
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            add(name, "wrong_type", "This is a text.");
            return "";
        }
        if (text.length() > MOST_TEXT) {
            add(name, "too_long", "This has at most " + MOST_TEXT + " characters.");
        }
        if (CardNumbers.isIn(text)) {
            add(name, "card_number", "A card number stands here; send the card's token.");
            return "";
        }
        return text;
    }

    /** A time in milliseconds; empty where it is missing. */
    Optional<Long> time(String name) {
        String text = optional(name);
        Optional<Timestamps.Timestamp> time = Timestamps.parse(text);
        if (!text.isEmpty() && time.isEmpty()) {
            add(name, "invalid_format", "This is an RFC 3339 time with its offset, as 2027-01-01T00:00:00+09:00.");
        }
        return time.map(Timestamps.Timestamp::millis);
    }

    void add(String name, String code, String detail) {
        problems.add(new Item(null, name.isEmpty() ? pointer : JsonProblem.child(pointer, name), code, detail));
    }

    /** Refuses the request if anything was wrong with it; members that nobody asked for are wrong, too. */
    void check() {
        for (Object name : members.keySet()) {
            if (!known.contains((String) name)) {
                // Its name may be a card number, so that only its place is told where it is one.
                boolean isSecret = CardNumbers.isIn((String) name);
                add(isSecret ? "" : (String) name, "unknown_field", "Known here are " + String.join(", ", known) + ".");
            }
        }
        if (pointer.isEmpty() && !problems.isEmpty()) {
            throw new ProblemException(new HttpProblem(
                    422, "invalid_body", "Not what is taken here", "Nothing was changed.", problems, Map.of()));
        }
    }

    private JsonBody part(String name, int index, @Nullable Object element) {
        String place = JsonProblem.child(pointer, name) + "/" + index;
        if (!(element instanceof Map<?, ?>)) {
            problems.add(new Item(null, place, "wrong_type", "This is an object."));
        }
        return new JsonBody(element instanceof Map<?, ?> map ? map : Map.of(), place, problems);
    }

    private boolean hasProblemAt(String name) {
        return problems.stream().anyMatch(item -> item.pointer().equals(JsonProblem.child(pointer, name)));
    }
}
