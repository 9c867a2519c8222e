package io.sekisho.server.projection;

import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Field;
import io.sekisho.engine.event.Shape;
import io.sekisho.wire.json.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An event of every type of the contract, with every field that it may have. */
final class ContractEvents {

    private ContractEvents() {}

    static List<String> all() {
        List<String> lines = new ArrayList<>();
        for (EventType type : EventType.values()) {
            String name = type == EventType.CUSTOM ? "custom.wishlist" : type.typeName();
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("specversion", "1.0");
            event.put("id", "e-" + name);
            event.put("source", "https://shop.example");
            event.put("type", name);
            event.put("time", "2023-09-13T02:14:05.678+09:00");
            Map<String, Object> data = members(type.data());
            data.put("shops_own", List.of(1L, "two", true));
            event.put("data", data);
            lines.add(new CanonicalJson().write(event));
        }
        return lines;
    }

    private static Map<String, Object> members(Shape.Group group) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Field field : group.fields()) {
            // An order is paid by one or by several, not by both.
            if (!field.name().equals("payment")) {
                members.put(field.name(), value(field.name(), field.shape()));
            }
        }
        return members;
    }

    private static Object value(String name, Shape shape) {
        return switch (shape) {
            case Shape.Choice choice -> choice.words().getFirst();
            case Shape.Whole whole -> Math.max(3, whole.least());
            case Shape.Flag flag -> true;
            case Shape.Many many -> List.of(value(name, many.of()));
            case Shape.Group group -> members(group);
            case Shape.Text text -> text(name, text.form());
        };
    }

    private static String text(String name, Shape.Form form) {
        return switch (form) {
            case TIME -> "2023-01-02T03:04:05Z";
            case IP -> "2001:db8::7";
            case COUNTRY -> "JP";
            case CURRENCY -> "USD";
            case BIN -> "424242";
            case LAST4 -> "4242";
            case EXPIRY -> "2027-04";
            default ->
                switch (name) {
                    case "email" -> "ann@example.org";
                    case "phone" -> "+819012345678";
                    default -> name + "-1";
                };
        };
    }
}
