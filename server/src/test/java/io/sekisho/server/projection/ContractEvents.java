package io.sekisho.server.projection;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Field;
import io.sekisho.engine.event.Shape;
import io.sekisho.wire.json.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events made of the contract's table: of every type with every field, or drawn with a few ids that meet again and again. */
final class ContractEvents {

    private static final List<String> CURRENCIES = List.of("JPY", "USD", "EUR");

    private final @Nullable Random random;

    private ContractEvents(@Nullable Random random) {
        this.random = random;
    }

    /** One of each type, with every field that it may have. */
    static List<String> all() {
        ContractEvents events = new ContractEvents(null);
        List<String> lines = new ArrayList<>();
        for (EventType type : EventType.values()) {
            lines.add(events.event(type, "e-" + type, "2023-09-13T02:14:05.678+09:00"));
        }
        return lines;
    }

    /** So many, of types and with fields that are drawn, early and late ones mixed. */
    static List<String> drawn(Random random, int count) {
        ContractEvents events = new ContractEvents(random);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventType type = EventType.values()[random.nextInt(EventType.values().length)];
            String day = String.valueOf(10 + random.nextInt(18));
            lines.add(events.event(
                    type, "drawn-" + i, "2023-0" + (1 + random.nextInt(9)) + "-" + day + "T02:14:05+09:00"));
        }
        return lines;
    }

    private String event(EventType type, String id, String time) {
        Map<String, Object> data = members(type.data());
        data.put("shops_own", List.of(1L, "two", true));
        return new CanonicalJson()
                .write(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        id,
                        "source",
                        "https://shop.example",
                        "type",
                        type == EventType.CUSTOM ? "custom.wishlist" : type.typeName(),
                        "time",
                        time,
                        "data",
                        data));
    }

    private Map<String, Object> members(Shape.Group group) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Field field : group.fields()) {
            boolean isChosen = field.isRequired() || random == null || random.nextInt(3) > 0;
            // An order is paid by one or by several, not by both.
            boolean isSecond = field.name().equals("payments") && members.containsKey("payment");
            boolean isAlternative = field.name().equals("payment") && random == null;
            if (isChosen && !isSecond && !isAlternative) {
                members.put(field.name(), value(field.name(), field.shape()));
            }
        }
        return members;
    }

    private Object value(String name, Shape shape) {
        return switch (shape) {
            case Shape.Choice choice -> choice.words().get(below(choice.words().size()));
            case Shape.Whole whole -> Math.max(3 + below(3), whole.least());
            case Shape.Flag flag -> below(2) == 0;
            case Shape.Many many -> many(name, many.of());
            case Shape.Group group -> members(group);
            case Shape.Text text -> text(name, text.form());
        };
    }

    private List<Object> many(String name, Shape of) {
        List<Object> values = new ArrayList<>();
        int count = random == null ? 1 : random.nextInt(4);
        for (int i = 0; i < count; i++) {
            values.add(value(name, of));
        }
        return values;
    }

    private String text(String name, Shape.Form form) {
        return switch (form) {
            case TIME -> "2023-01-0" + (1 + below(5)) + "T03:04:05Z";
            case IP -> "2001:db8::" + (7 + below(2));
            case COUNTRY -> "JP";
            case CURRENCY -> CURRENCIES.get(below(CURRENCIES.size()));
            case BIN -> "424242";
            case LAST4 -> "424" + below(10);
            case EXPIRY -> "2027-04";
            default ->
                switch (name) {
                    case "email" -> "ann" + below(3) + "@example.org";
                    case "phone" -> "+8190123456" + (70 + below(3));
                    default -> name.replaceFirst("_ids$", "_id") + "-" + below(4);
                };
        };
    }

    /** 0 where nothing is drawn. */
    private int below(int bound) {
        return random == null ? 0 : random.nextInt(bound);
    }
}
