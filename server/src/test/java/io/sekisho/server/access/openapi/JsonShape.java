package io.sekisho.server.access.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Compares JSON with the schemas of a description, as far as ours go. Stricter than JSON Schema in one thing: a member that
 * an object's schema does not name is a fault, unless the schema names none at all.
 */
final class JsonShape {

    private final JsonNode description;
    private final List<String> faults = new ArrayList<>();

    private JsonShape(JsonNode description) {
        this.description = description;
    }

    /** Where the value differs from the component of that name, and how. */
    static List<String> faults(JsonNode description, String component, JsonNode value) {
        return faults(description, description.at("/components/schemas/" + component), "", value);
    }

    private static List<String> faults(JsonNode description, JsonNode schema, String at, JsonNode value) {
        JsonShape shape = new JsonShape(description);
        if (schema.isMissingNode()) {
            shape.faults.add(at + ": no schema");
        }
        shape.visit(schema, at, value);
        return shape.faults;
    }

    private void visit(JsonNode schema, String at, JsonNode value) {
        Set<String> declared = new TreeSet<>();
        if (value.isObject() && !declare(schema, declared) && !declared.isEmpty()) {
            value.propertyNames().stream()
                    .filter(name -> !declared.contains(name))
                    .forEach(name -> faults.add(at + "/" + name + ": not declared"));
        }
        check(schema, at, value);
    }

    /** Collects the members that are named; true if the schema is open to others. */
    private boolean declare(JsonNode written, Set<String> declared) {
        JsonNode schema = resolved(written);
        declared.addAll(schema.path("properties").propertyNames());
        boolean isOpen = schema.path("additionalProperties").isObject() || schema.has("oneOf") || schema.has("anyOf");
        for (JsonNode part : schema.path("allOf")) {
            isOpen |= declare(part, declared);
        }
        return isOpen;
    }

    private void check(JsonNode written, String at, JsonNode value) {
        JsonNode schema = resolved(written);
        checkType(schema, at, value);
        if (value.isString()) {
            checkText(schema, at, value.asString());
        }
        if (value.isNumber()
                && schema.has("minimum")
                && value.asLong() < schema.get("minimum").asLong()) {
            faults.add(at + ": too small");
        }
        value.forEachEntry((name, member) -> checkMember(schema, at, name, member));
        if (value.isArray() && schema.has("items")) {
            value.forEach(element -> visit(schema.get("items"), at + "/-", element));
        }
        if (value.isObject()) {
            schema.path("required").forEach(name -> checkRequired(name.asString(), at, value));
        }
        schema.path("allOf").forEach(part -> check(part, at, value));
        checkChoice(schema, "oneOf", at, value);
        checkChoice(schema, "anyOf", at, value);
    }

    private void checkMember(JsonNode schema, String at, String name, JsonNode member) {
        JsonNode own = schema.path("properties").path(name);
        if (!own.isMissingNode()) {
            visit(own, at + "/" + name, member);
        } else if (schema.path("additionalProperties").isObject()) {
            visit(schema.get("additionalProperties"), at + "/" + name, member);
        }
    }

    private void checkRequired(String name, String at, JsonNode value) {
        if (!value.has(name)) {
            faults.add(at + "/" + name + ": missing");
        }
    }

    private void checkChoice(JsonNode schema, String word, String at, JsonNode value) {
        if (!schema.has(word)) {
            return;
        }
        long fitting = schema.get(word)
                .valueStream()
                .filter(choice -> faults(description, choice, at, value).isEmpty())
                .count();
        if (word.equals("oneOf") ? fitting != 1 : fitting == 0) {
            faults.add(at + ": fits " + fitting + " of " + word);
        }
    }

    private void checkText(JsonNode schema, String at, String text) {
        boolean isKnown = !schema.has("enum")
                || schema.get("enum")
                        .valueStream()
                        .anyMatch(word -> word.asString().equals(text));
        boolean fits = !schema.has("pattern")
                || Pattern.compile(schema.get("pattern").asString())
                        .matcher(text)
                        .find();
        boolean isSame = !schema.has("const") || schema.get("const").asString().equals(text);
        if (!isKnown
                || !fits
                || !isSame
                || text.length() < schema.path("minLength").asInt(0)) {
            faults.add(at + ": not such a text");
        }
    }

    private void checkType(JsonNode schema, String at, JsonNode value) {
        JsonNode type = schema.path("type");
        boolean fits = type.isMissingNode()
                || (type.isArray()
                        ? type.valueStream().anyMatch(one -> isOf(one.asString(), value))
                        : isOf(type.asString(), value));
        if (!fits) {
            faults.add(at + ": not of type " + type);
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new AssertionError("No type of JSON Schema: " + type);
        };
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? description.at(schema.get("$ref").asString().substring(1)) : schema;
    }
}
