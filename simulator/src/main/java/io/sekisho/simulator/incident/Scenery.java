package io.sekisho.simulator.incident;

import io.sekisho.simulator.incident.Incident.CardKind;
import io.sekisho.simulator.world.Calendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of a story carry beside what happens: money, cards, addresses, connections. */
final class Scenery {
    private static final CardKind USUAL_CARD = new CardKind("visa", "credit");

    /** The account's own address. */
    static final String HOME = "home";

    private final Incident incident;
    private final Staging staging;

    Scenery(Incident incident, Staging staging) {
        this.incident = incident;
        this.staging = staging;
    }

    String accountId() {
        return staging.id(Thing.ACCOUNT, "owner");
    }

    Map<String, Object> money(long yen) {
        return tree("value", yen, "currency", "JPY");
    }

    Map<String, Object> recipient(String word) {
        return tree("email", staging.email(word));
    }

    Map<String, Object> card(String word) {
        CardKind kind = incident.cards().getOrDefault(word, USUAL_CARD);
        boolean isVisa = kind.brand().equals("visa");
        return tree(
                "token",
                staging.id(Thing.CARD, word),
                "brand",
                kind.brand(),
                "bin",
                isVisa ? "424242" : "540000",
                "last4",
                isVisa ? "4242" : "0009",
                "expiry",
                expiry(),
                "country",
                "JP",
                "funding",
                kind.funding());
    }

    private String expiry() {
        int day = (int) Math.floorDiv(incident.beginsMillis() - Calendar.DAY_ONE, Calendar.DAY);
        return Calendar.dateOf(day).plusYears(2).toString().substring(0, 7);
    }

    Map<String, Object> home() {
        return tree("address_id", staging.id(Thing.ADDRESS, HOME), "country", "JP", "postal_code", "150-0001");
    }

    /** What the shop sees of somebody at a device. */
    Map<String, Object> connection(Who who, int session, long millis) {
        return tree(
                "session_id",
                staging.id(Thing.SESSION, who.word() + "-" + session),
                "device_id",
                staging.id(Thing.DEVICE, who.word()),
                "ip",
                staging.ip(who, millis),
                "user_agent",
                staging.userAgent(who),
                "accept_language",
                "ja-JP",
                "timezone",
                "Asia/Tokyo",
                "channel",
                "web");
    }

    /** Fields as a story writes them, with what they refer to in its place. */
    Map<String, Object> resolved(Map<String, Object> fields) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        fields.forEach((name, value) -> resolved.put(name, resolved(value)));
        return resolved;
    }

    private Object resolved(Object value) {
        return switch (value) {
            case String text when text.startsWith("@") -> reference(text);
            case Map<?, ?> map when map.size() == 1 && map.get("yen") instanceof Integer yen -> money(staging.yen(yen));
            case Map<?, ?> map -> {
                Map<String, Object> resolved = new LinkedHashMap<>();
                map.forEach((name, part) -> resolved.put(String.valueOf(name), resolved(part)));
                yield resolved;
            }
            case List<?> list -> {
                List<Object> resolved = new ArrayList<>();
                list.forEach(part -> resolved.add(resolved(part)));
                yield resolved;
            }
            default -> value;
        };
    }

    /** Such as {@code @order/tea}; a card and a recipient stand for all of their fields. */
    private Object reference(String text) {
        int slash = text.indexOf('/');
        String kind = slash < 0 ? text : text.substring(1, slash);
        String word = text.substring(slash + 1);
        return switch (kind) {
            case "card" -> card(word);
            case "recipient" -> recipient(word);
            default ->
                staging.id(
                        Thing.named(kind)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(incident.id() + ": nothing is meant by " + text)),
                        word);
        };
    }

    /** A tree of names and values in that order; what is null is left out. */
    static Map<String, Object> tree(@Nullable Object... namesAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                tree.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return tree;
    }
}
