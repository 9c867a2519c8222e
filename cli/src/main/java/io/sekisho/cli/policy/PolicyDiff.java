package io.sekisho.cli.policy;

import io.sekisho.engine.feature.FeatureDefinition;
import io.sekisho.engine.policy.PolicyDefinition;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.rule.RuleDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says in words what differs between two policies; where something stands in its file does not count. */
final class PolicyDiff {

    private static final Set<String> PLACES = Set.of("origin", "indent");
    private static final Set<String> PARTS = Set.of("parameters", "features", "rules", "lists");

    private final List<String> differences = new ArrayList<>();

    private PolicyDiff() {}

    static List<String> between(PolicyDefinition former, PolicyDefinition latter) {
        PolicyDiff diff = new PolicyDiff();
        diff.compareComponents("policy", former, latter, PARTS);
        diff.compare(
                "parameter",
                named(former.parameters(), PolicyDefinition.Parameter::name),
                named(latter.parameters(), PolicyDefinition.Parameter::name));
        diff.compare(
                "feature",
                named(former.features(), FeatureDefinition::name),
                named(latter.features(), FeatureDefinition::name));
        diff.compare("rule", named(former.rules(), RuleDefinition::id), named(latter.rules(), RuleDefinition::id));
        diff.compare("list", former.lists(), latter.lists());
        return diff.differences;
    }

    private static <T> Map<String, T> named(Collection<T> parts, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        parts.forEach(part -> named.put(name.apply(part), part));
        return named;
    }

    private void compare(String kind, Map<String, ?> former, Map<String, ?> latter) {
        Set<String> names = new TreeSet<>(former.keySet());
        names.addAll(latter.keySet());
        for (String name : names) {
            Object before = former.get(name);
            Object after = latter.get(name);
            if (before == null) {
                differences.add(kind + " " + name + ": added");
            } else if (after == null) {
                differences.add(kind + " " + name + ": removed");
            } else {
                compareComponents(kind + " " + name, before, after, Set.of());
            }
        }
    }

    private void compareComponents(String what, Object former, Object latter, Set<String> leftOut) {
        for (RecordComponent component : former.getClass().getRecordComponents()) {
            String name = component.getName();
            String before = text(value(component, former));
            String after = text(value(component, latter));
            if (!PLACES.contains(name) && !leftOut.contains(name) && !before.equals(after)) {
                differences.add(what + ": " + words(name) + " was " + before + ", is " + after);
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("Records let their components be read", impossible);
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Sourced sourced -> "'" + sourced.text() + "'";
            case List<?> list -> list.stream().map(PolicyDiff::text).toList().toString();
            case Map<?, ?> map -> new java.util.TreeMap<>(map).toString();
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case Record part -> partText(part);
            default -> Objects.toString(value);
        };
    }

    private static String partText(Record part) {
        List<String> components = new ArrayList<>();
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (!PLACES.contains(component.getName())) {
                components.add(words(component.getName()) + " " + text(value(component, part)));
            }
        }
        return "{" + String.join(", ", components) + "}";
    }

    /** {@code clockSkewMillis} in words. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
