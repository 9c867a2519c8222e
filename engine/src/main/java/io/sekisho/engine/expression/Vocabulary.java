package io.sekisho.engine.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Field;
import io.sekisho.engine.event.Schema;
import io.sekisho.engine.event.Shape;
import io.sekisho.engine.event.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The variables that expressions may use, with their types and how they are read.
 *
 * <p>Every path of the event schema is a variable of its own ({@code data.order.amount.value}), so that a path that the
 * event lacks is absent and not an error. Fields that the schema does not know are reached through {@code data}, a map.
 */
public final class Vocabulary {

    /** What {@code gift_amount()} expands to. */
    static final String GIFT_AMOUNT = "event.gift_amount";

    private static final CelType ANY_MAP = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private final Map<String, CelType> types = new TreeMap<>();
    private final Map<String, Scope.Variable> variables = new HashMap<>();

    private Vocabulary() {}

    /** The words for features: the event and its facts. */
    public static Vocabulary ofEvents() {
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.add("event.type", SimpleType.STRING, scope -> scope.event().typeName());
        vocabulary.add("event.id", SimpleType.STRING, scope -> scope.event().id());
        vocabulary.add(
                "event.time",
                SimpleType.TIMESTAMP,
                scope -> Instant.ofEpochMilli(scope.event().timeMillis()));
        vocabulary.add(GIFT_AMOUNT, SimpleType.INT, scope -> scope.event().giftAmount());
        vocabulary.add("data", ANY_MAP, scope -> scope.event().data());
        vocabulary.addFields("data", Schema.CONTEXT);
        for (EventType type : EventType.values()) {
            vocabulary.addFields("data", type.fields());
        }
        for (FactName fact : FactName.values()) {
            vocabulary.add("fact." + fact.word(), fact.type(), scope -> presentOrNull(scope.facts(), fact));
        }
        return vocabulary;
    }

    /** These words and one parameter {@code p.NAME} more: a Long, Double, Boolean, String or Duration. */
    public Vocabulary withParameter(String name, Object value) {
        add("p." + name, typeOf(value), scope -> value);
        return this;
    }

    /** These words and one feature {@code f.NAME} more. */
    public Vocabulary withFeature(String name, CelType type, int index) {
        add("f." + name, type, scope -> scope.features().objectAt(index));
        return this;
    }

    /** These words and one feature {@code f.NAME} more that has no type, because it has a problem. */
    public Vocabulary withBrokenFeature(String name) {
        add("f." + name, SimpleType.DYN, scope -> null);
        return this;
    }

    /** A copy that can be added to. */
    public Vocabulary copy() {
        Vocabulary copy = new Vocabulary();
        copy.types.putAll(types);
        copy.variables.putAll(variables);
        return copy;
    }

    public Scope newScope() {
        return new Scope(Map.copyOf(variables));
    }

    Map<String, CelType> types() {
        return types;
    }

    public Set<String> names() {
        return types.keySet();
    }

    private void addFields(String path, Collection<Field> fields) {
        for (Field field : fields) {
            addField(path + "." + field.name(), field.shape());
        }
    }

    private void addField(String path, Shape shape) {
        String[] steps = path.substring("data.".length()).split("\\.");
        switch (shape) {
            case Shape.Group group -> addFields(path, group.fields());
            case Shape.Text text
            when text.form() == Shape.Form.TIME -> add(path, SimpleType.TIMESTAMP, scope -> instantAt(scope, steps));
            case Shape.Text text -> add(path, SimpleType.STRING, scope -> at(scope, steps));
            case Shape.Choice choice -> add(path, SimpleType.STRING, scope -> at(scope, steps));
            case Shape.Whole whole -> add(path, SimpleType.INT, scope -> at(scope, steps));
            case Shape.Flag flag -> add(path, SimpleType.BOOL, scope -> at(scope, steps));
            case Shape.Many many -> add(path, ListType.create(elementType(many.of())), scope -> at(scope, steps));
        }
    }

    private static CelType elementType(Shape shape) {
        return shape instanceof Shape.Group ? ANY_MAP : SimpleType.STRING;
    }

    private void add(String name, CelType type, Scope.Variable variable) {
        types.put(name, type);
        variables.put(name, variable);
    }

    private static @Nullable Object presentOrNull(Facts facts, FactName name) {
        Object value = facts.value(name);
        return value instanceof Absence ? null : value;
    }

    private static @Nullable Object instantAt(Scope scope, String[] steps) {
        Object text = at(scope, steps);
        return text == null
                ? null
                : Instant.ofEpochMilli(
                        Timestamps.parse((String) text).orElseThrow().millis());
    }

    private static @Nullable Object at(Scope scope, String[] steps) {
        Object value = scope.event().data();
        for (String step : steps) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    private static CelType typeOf(Object value) {
        return switch (value) {
            case Long whole -> SimpleType.INT;
            case Double number -> SimpleType.DOUBLE;
            case Boolean flag -> SimpleType.BOOL;
            case String text -> SimpleType.STRING;
            case Duration span -> SimpleType.DURATION;
            default -> throw new IllegalArgumentException("No parameter type for " + value.getClass());
        };
    }

    /** The names below a path, for suggestions. */
    List<String> namesBelow(String prefix) {
        List<String> below = new ArrayList<>();
        for (String name : types.keySet()) {
            if (name.startsWith(prefix)) {
                below.add(name);
            }
        }
        return below;
    }
}
