package io.sekisho.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks an event before it leaves the shop: what it must have, what JSON can say, and that no card number is in it.
 *
 * <p>Free text (user agent, a recipient's name and message) passes: the server masks card numbers in it. Whether a text
 * is an IP address or a country is left to the server, whose 422 names it. Used once.
 */
final class EventCheck {

    /** The server reads none that is nested deeper. */
    private static final int DEEPEST = 32;

    /** Shorter whole numbers are no card numbers. */
    private static final long SHORTEST_CARD = 1_000_000_000_000L;

    private static final Set<String> FREE_TEXTS = Set.of("/data/user_agent", "/recipient/name", "/recipient/message");

    private final EventType type;
    private final List<Problem> problems = new ArrayList<>();

    EventCheck(EventType type) {
        this.type = type;
    }

    /** All that is wrong with the tree of an event. */
    List<Problem> problems(Map<String, Object> event) {
        for (String attribute : List.of("id", "source", "time")) {
            Object value = event.get(attribute);
            if (!(value instanceof String text) || text.isBlank()) {
                missing("/" + attribute);
            }
        }
        if (event.get("data") instanceof Map<?, ?> data) {
            required(data);
        }
        value("", event, 0);
        return problems;
    }

    /** Pointer (RFC 6901) to a member. */
    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private void required(Map<?, ?> data) {
        for (Field<?> field : type.required()) {
            if (!data.containsKey(field.wireName())) {
                missing("/data/" + field.wireName());
            }
        }
        if (data.get("order") instanceof Map<?, ?> order) {
            List<String> needed =
                    type == EventType.ORDER_CREATED ? List.of("order_id", "amount", "items") : List.of("order_id");
            needed.stream().filter(name -> !order.containsKey(name)).forEach(name -> missing("/data/order/" + name));
        }
    }

    private void value(String pointer, @Nullable Object value, int depth) {
        boolean isNested = value instanceof Map || value instanceof List;
        if (isNested && depth == DEEPEST) {
            report(pointer, "too_deep", "At most " + DEEPEST + " objects and lists may stand in one another.");
        } else if (value instanceof String text) {
            text(pointer, text);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> member(pointer, name, member, depth));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                value(pointer + "/" + i, list.get(i), depth + 1);
            }
        } else {
            scalar(pointer, value);
        }
    }

    private void member(String pointer, @Nullable Object name, @Nullable Object member, int depth) {
        if (!(name instanceof String text)) {
            report(pointer, "wrong_type", "The names of a map are texts.");
        } else if (CardNumbers.isIn(text)) {
            // The pointer must not repeat it.
            cardNumber(pointer);
        } else {
            value(child(pointer, text), member, depth + 1);
        }
    }

    private void text(String pointer, String text) {
        if (FREE_TEXTS.stream().anyMatch(pointer::endsWith)) {
            return;
        }
        boolean isCard = pointer.endsWith("/sku") ? CardNumbers.isInArticleNumber(text) : CardNumbers.isIn(text);
        if (isCard) {
            cardNumber(pointer);
        }
    }

    private void scalar(String pointer, @Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            report(pointer, "wrong_type", "JSON knows finite numbers only.");
        } else if (value instanceof Number number && isSayable(value)) {
            long whole = Math.abs(number.longValue());
            if (whole >= SHORTEST_CARD && CardNumbers.isIn(Long.toString(whole))) {
                cardNumber(pointer);
            }
        } else if (value != null && !(value instanceof Boolean)) {
            report(
                    pointer,
                    "wrong_type",
                    "This must be text, a whole number, a finite double, true, false, a list or a" + " map, not a "
                            + value.getClass().getSimpleName() + ".");
        }
    }

    private static boolean isSayable(Object number) {
        return number instanceof Long || number instanceof Integer || number instanceof Double;
    }

    private void missing(String pointer) {
        report(pointer, "missing", "'" + pointer.substring(pointer.lastIndexOf('/') + 1) + "' is missing.");
    }

    private void cardNumber(String pointer) {
        report(
                pointer,
                "card_number",
                "A card number stands here. Send the payment provider's token, the BIN and the last four digits instead.");
    }

    private void report(String pointer, String code, String detail) {
        problems.add(Problem.at(pointer, code, detail));
    }
}
