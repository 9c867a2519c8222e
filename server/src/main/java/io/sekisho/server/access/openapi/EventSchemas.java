package io.sekisho.server.access.openapi;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Family;
import io.sekisho.engine.event.Field;
import io.sekisho.engine.event.Schema;
import io.sekisho.engine.event.Shape;
import io.sekisho.wire.json.JsonTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemas of events, made from the tables by which the engine reads them, so that the two cannot differ. */
final class EventSchemas {

    private static final String CONTEXT = "EventContext";

    /** Where the field's own name says less than what it holds. */
    private static final Map<String, String> PARTS = Map.of(
            "account", "AccountPast", "amount", "Money", "items", "Item", "payments", "Payment", "shipping", "Address");

    private final Map<String, String> descriptions;
    private final Map<String, Object> schemas = new LinkedHashMap<>();
    private final Map<Shape.Group, String> parts = new HashMap<>();

    private EventSchemas(Map<String, String> descriptions) {
        this.descriptions = descriptions;
    }

    /** Types that are described as one. */
    private record Kind(Family family, List<Field> fields) {

        Kind(EventType type) {
            this(type.family(), type.fields());
        }

        /** A type that has other fields than its family stands for itself. */
        String name(List<EventType> types) {
            return camel(
                    fields.equals(family.fields())
                            ? family.name()
                            : types.getFirst().name());
        }
    }

    /**
     * All of them by their names; {@code Event} is any event. The envelope stands elsewhere.
     *
     * @param descriptions of the fields, by their names
     */
    static Map<String, Object> all(Map<String, String> descriptions) {
        EventSchemas made = new EventSchemas(descriptions);
        made.schemas.put(CONTEXT, made.object(Schema.CONTEXT));
        Map<Kind, List<EventType>> kinds = new LinkedHashMap<>();
        Arrays.stream(EventType.values())
                .forEach(type -> kinds.computeIfAbsent(new Kind(type), kind -> new ArrayList<>())
                        .add(type));
        List<Object> any = new ArrayList<>();
        kinds.forEach((kind, types) -> any.add(made.event(kind, types)));
        // Without a discriminator: it could name no schema for the types that begin with "custom.".
        made.schemas.put(
                "Event", Map.of("description", "An event of one of the types that the contract knows.", "oneOf", any));
        return made.schemas;
    }

    private Map<String, Object> event(Kind kind, List<EventType> types) {
        String name = kind.name(types);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type(types));
        members.put("data", data(name, kind.fields()));
        schemas.put(
                name + "Event",
                Map.of("allOf", List.of(reference("EventEnvelope")), "type", "object", "properties", members));
        return reference(name + "Event");
    }

    private static Map<String, Object> type(List<EventType> types) {
        return types.contains(EventType.CUSTOM)
                ? Map.of("type", "string", "pattern", "^custom\\..+$")
                : words(types.stream().map(EventType::typeName).toList());
    }

    private Map<String, Object> data(String name, List<Field> fields) {
        if (fields.isEmpty()) {
            return reference(CONTEXT);
        }
        Map<String, Object> schema = object(fields);
        schema.put("allOf", List.of(reference(CONTEXT)));
        schemas.put(name + "Fields", schema);
        return reference(name + "Fields");
    }

    private Map<String, Object> object(Collection<Field> fields) {
        Map<String, Object> members = new LinkedHashMap<>();
        fields.forEach(field -> members.put(field.name(), described(field)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", members);
        List<String> required =
                fields.stream().filter(Field::isRequired).map(Field::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> described(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>(schema(field.name(), field.shape()));
        String description = descriptions.get(field.name());
        if (description != null) {
            schema.put("description", description);
        }
        return schema;
    }

    private Map<String, Object> schema(String name, Shape shape) {
        return switch (shape) {
            case Shape.Text text -> text(text.form());
            case Shape.Choice choice -> words(choice.words());
            // What is not bounded by the table is bounded by what every reader of JSON reads as the same number.
            case Shape.Whole whole ->
                Map.of(
                        "type",
                        "integer",
                        "format",
                        "int64",
                        "minimum",
                        whole.least(),
                        "maximum",
                        Math.min(whole.most(), JsonTree.MOST));
            case Shape.Flag flag -> Map.of("type", "boolean");
            case Shape.Many many -> Map.of("type", "array", "items", schema(name, many.of()));
            case Shape.Group group -> reference(part(name, group));
        };
    }

    /** The name of a part's own schema; another part of the same name is numbered. */
    private String part(String field, Shape.Group group) {
        String known = parts.get(group);
        if (known != null) {
            return known;
        }
        String name = PARTS.getOrDefault(field, camel(field));
        for (int i = 2; parts.containsValue(name); i++) {
            name = PARTS.getOrDefault(field, camel(field)) + i;
        }
        parts.put(group, name);
        schemas.put(name, object(group.fields()));
        return name;
    }

    private static Map<String, Object> text(Shape.Form form) {
        return switch (form) {
            case FREE, PROSE, SKU -> Map.of("type", "string");
            case NAME -> Map.of("type", "string", "minLength", 1);
            case TIME -> Map.of("type", "string", "format", "date-time");
            case IP -> Map.of("type", "string", "anyOf", List.of(Map.of("format", "ipv4"), Map.of("format", "ipv6")));
            case COUNTRY -> pattern("^[A-Z]{2}$");
            case CURRENCY -> pattern("^[A-Z]{3}$");
            case BIN -> pattern("^[0-9]{6,8}$");
            case LAST4 -> pattern("^[0-9]{4}$");
            case EXPIRY -> pattern("^[0-9]{4}-(0[1-9]|1[0-2])$");
        };
    }

    private static Map<String, Object> pattern(String pattern) {
        return Map.of("type", "string", "pattern", pattern);
    }

    static Map<String, Object> words(List<String> words) {
        return Map.of("type", "string", "enum", words);
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** {@code GIFT_CODE} and {@code gift_code} as {@code GiftCode}. */
    private static String camel(String words) {
        StringBuilder camel = new StringBuilder();
        for (String word : words.split("_", -1)) {
            camel.append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return camel.toString();
    }
}
