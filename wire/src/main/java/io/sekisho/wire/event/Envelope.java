package io.sekisho.wire.event;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.feature.EventTypes;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the CloudEvents attributes around {@code data}. */
final class Envelope {

    private static final Set<String> SPEC_VERSIONS = Set.of("1.0");
    private static final Set<String> TEXTS =
            Set.of("id", "source", "type", "specversion", "subject", "datacontenttype", "dataschema");
    private static final String BINARY = "data_base64";

    /** No type has a longer name, and a longer one is not worth repeating. */
    private static final int LONGEST_TYPE = 100;

    private static final int LONGEST_NAME = 64;
    private static final Pattern JSON = Pattern.compile("application/([a-z0-9.+-]+\\+)?json(;.*)?");

    private final Map<String, Object> event;
    private final List<JsonProblem> problems;
    private final SchemaCheck values;

    Envelope(Map<String, Object> event, List<JsonProblem> problems) {
        this.event = event;
        this.problems = problems;
        this.values = new SchemaCheck(problems);
    }

    /** The event's type, where it has a known one; all problems of the attributes are reported. */
    Optional<EventType> check() {
        event.forEach(this::checkAttribute);
        required("id");
        required("source");
        checkSpecVersion();
        checkContentType();
        time("recordedtime", false);
        time("time", true);
        if (!event.containsKey("data")) {
            report("/data", "missing", "'data' is missing.");
        } else if (!(event.get("data") instanceof Map)) {
            report("/data", "wrong_type", "'data' must be an object.");
        }
        return type();
    }

    Optional<Timestamps.Timestamp> timeOf(String name) {
        return event.get(name) instanceof String text ? Timestamps.parse(text) : Optional.empty();
    }

    private void checkAttribute(String name, @Nullable Object value) {
        if (name.equals("data") || name.equals(BINARY)) {
            return;
        }
        if (CardNumbers.isIn(name)) {
            report("", "card_number", "The name of an attribute holds a card number; it was not kept.");
        } else if (!isAttributeName(name)) {
            report(
                    JsonProblem.child("", name),
                    "unknown_attribute",
                    "CloudEvents attributes have names of small letters and digits; fields of your own belong into data.");
        } else {
            checkValue(Place.ROOT.child(name), name, value);
        }
    }

    private void checkValue(Place place, String name, @Nullable Object value) {
        values.checkOwn(place, value);
        boolean isScalar = value instanceof String || value instanceof Long || value instanceof Boolean;
        if (!isScalar || (TEXTS.contains(name) && !(value instanceof String))) {
            report(place.pointer(), "wrong_type", "This must be text.");
        }
        if (value instanceof String text && hasControls(text)) {
            report(place.pointer(), "invalid_format", "An attribute is a line of text, without control characters.");
        }
    }

    private static boolean isAttributeName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String required(String name) {
        Object value = event.get(name);
        if (value == null) {
            report("/" + name, "missing", "'" + name + "' is missing.");
            return null;
        }
        if (value instanceof String text && text.isBlank()) {
            report("/" + name, "invalid_format", "'" + name + "' must not be empty.");
        }
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    private void checkSpecVersion() {
        String version = required("specversion");
        if (version != null && !SPEC_VERSIONS.contains(version)) {
            report("/specversion", "unknown_value", "Only CloudEvents 1.0 is read.");
        }
    }

    private void checkContentType() {
        if (event.get("datacontenttype") instanceof String type
                && !JSON.matcher(type).matches()) {
            report("/datacontenttype", "unknown_value", "'data' must be JSON: application/json.");
        }
        if (event.containsKey(BINARY)) {
            report("/" + BINARY, "unknown_attribute", "Binary data is not read; send 'data' as JSON.");
        }
    }

    private void time(String name, boolean isRequired) {
        if (isRequired && event.get(name) == null) {
            report("/" + name, "missing", "'" + name + "' is missing.");
        } else if (event.get(name) instanceof String text
                && Timestamps.parse(text).isEmpty()) {
            report(
                    "/" + name,
                    "invalid_format",
                    "This must be " + Forms.wanted(io.sekisho.engine.event.Shape.Form.TIME) + ".");
        } else if (event.get(name) != null && !(event.get(name) instanceof String)) {
            report("/" + name, "wrong_type", "This must be text.");
        }
    }

    private Optional<EventType> type() {
        String name = required("type");
        if (name == null || CardNumbers.isIn(name) || hasControls(name)) {
            return Optional.empty();
        }
        Optional<EventType> type = EventType.named(name);
        if (type.isEmpty()) {
            report(
                    "/type",
                    "unknown_type",
                    name.length() <= LONGEST_TYPE ? EventTypes.unknown(name) : "No event type has so long a name.");
        }
        return type;
    }

    private void report(String pointer, String code, String detail) {
        problems.add(new JsonProblem(pointer, code, detail));
    }
}
