package io.sekisho.engine.feature;

import io.sekisho.engine.event.EventType;

/** An event type, or a group of them: {@code order.created}, {@code login.*}, {@code *}. */
public final class TypePattern {

    private TypePattern() {}

    public static boolean matches(String pattern, String typeName) {
        if (pattern.endsWith("*")) {
            return typeName.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.equals(typeName);
    }

    /** True where the pattern can match any type that there is. */
    public static boolean isPossible(String pattern) {
        if (EventType.named(pattern).isPresent()) {
            return true;
        }
        if (!pattern.equals("*") && !pattern.endsWith(".*")) {
            return false;
        }
        for (EventType type : EventType.values()) {
            if (matches(pattern, type.typeName())) {
                return true;
            }
        }
        return pattern.startsWith("custom.");
    }
}
