package io.sekisho.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that is being put together. One thread. */
public final class EventDraft {

    /** The server reads none that is longer. */
    static final int MOST_BYTES = 64 * 1024;

    private final EventType type;
    private final String typeName;
    private final Map<String, Entry<?>> fields = new LinkedHashMap<>();
    private final Map<String, Object> extras = new LinkedHashMap<>();
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable OffsetDateTime time;

    EventDraft(EventType type, String typeName) {
        this.type = type;
        this.typeName = typeName;
    }

    private record Entry<T>(Field<T> field, T value) {

        Object json() {
            return field.json(value);
        }

        List<Problem> problems(String pointer) {
            return field.fault(value)
                    .map(fault -> List.of(Problem.at(pointer, "invalid_format", "'" + field + "' " + fault + ".")))
                    .orElse(List.of());
        }
    }

    /**
     * What names this event for ever, together with the source: of the shop's own making, the same whenever the same
     * event is sent again.
     */
    public EventDraft id(String newId) {
        id = newId;
        return this;
    }

    /** Which shop or system tells it, as in {@code https://shop.example}. */
    public EventDraft source(String newSource) {
        source = newSource;
        return this;
    }

    /** When it happened, in the shop's own offset. */
    public EventDraft time(OffsetDateTime newTime) {
        time = newTime;
        return this;
    }

    /** When it happened, told in UTC. */
    public EventDraft time(Instant newTime) {
        return time(newTime.atOffset(ZoneOffset.UTC));
    }

    /** Sets a field of the contract; null leaves it out. */
    public <T> EventDraft with(Field<T> field, @Nullable T value) {
        if (value == null) {
            fields.remove(field.wireName());
        } else {
            fields.put(field.wireName(), new Entry<>(field, value));
        }
        return this;
    }

    /**
     * Sets a field of the shop's own, for its own rules: text, whole numbers, finite doubles, booleans, lists and maps
     * of these; null leaves it out.
     */
    public EventDraft extra(String name, @Nullable Object value) {
        if (value == null) {
            extras.remove(name);
        } else {
            extras.put(name, value);
        }
        return this;
    }

    /**
     * The event.
     *
     * @throws InvalidEventException with everything that is wrong
     */
    public ShopEvent build() {
        Map<String, Object> data = new LinkedHashMap<>();
        fields.forEach((name, entry) -> data.put(name, entry.json()));
        extras.forEach(data::putIfAbsent);
        Map<String, Object> event = new Members()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", typeName)
                .put("time", time == null ? null : Times.format(time))
                .put("data", data)
                .map();
        List<Problem> problems = problems(event);
        byte[] json = problems.isEmpty() ? JsonWriter.write(event).getBytes(StandardCharsets.UTF_8) : new byte[0];
        if (json.length > MOST_BYTES) {
            problems.add(Problem.at("", "too_large", "An event has at most " + MOST_BYTES + " bytes."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidEventException(typeName, problems);
        }
        return new ShopEvent(typeName, String.valueOf(id), String.valueOf(source), json, hasGift());
    }

    String typeName() {
        return typeName;
    }

    String idOrEmpty() {
        return id == null ? "" : id;
    }

    String sourceOrEmpty() {
        return source == null ? "" : source;
    }

    /** True for an order with a gift line. */
    boolean hasGift() {
        Entry<?> order = fields.get(Field.ORDER.wireName());
        return order != null && order.value() instanceof Order told && told.hasGift();
    }

    private List<Problem> problems(Map<String, Object> event) {
        List<Problem> problems = new ArrayList<>();
        fields.forEach((name, entry) -> {
            String pointer = EventCheck.child("/data", name);
            if (!type.family().has(entry.field())) {
                problems.add(Problem.at(
                        pointer, "not_of_type", "'" + name + "' is no field of " + typeName + " in this form."));
            }
            problems.addAll(entry.problems(pointer));
        });
        extras.keySet().stream()
                .filter(this::isTaken)
                .forEach(name -> problems.add(Problem.at(
                        EventCheck.child("/data", name),
                        "reserved_name",
                        "This is a field of the contract; set it by its Field.")));
        problems.addAll(new EventCheck(type).problems(event));
        return problems;
    }

    private boolean isTaken(String name) {
        return type.fields().stream().anyMatch(field -> field.wireName().equals(name));
    }
}
