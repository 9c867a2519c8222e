package io.sekisho.wire.pseudonym;

import io.sekisho.wire.json.JsonTree;
import io.sekisho.wire.json.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts pseudonyms in the place of an event's personal texts. Owned by one thread. */
public final class Pseudonymizer {

    /*
     * Personal are the fields that the contract knows as such: the address in the context, e-mail and telephone of an
     * account or a recipient, and a recipient's name and message. A shop may send more in fields of its own; of these a
     * text is found by its shape, as it is in the literals of a policy: an e-mail address, an IP address, a telephone
     * number with its country. Ids stay as they are: they are how the shop asks for things
     * again, and the shop chooses them.
     */
    private static final Set<String> IDENTITY = Set.of("id", "source", "specversion", "type", "time");

    private final KeyedHash hash;

    public Pseudonymizer(KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * An event without personal texts.
     *
     * @param tree the event; shares with the original what holds nothing personal
     * @param originals what was replaced, by JSON pointer
     */
    public record Replaced(Map<String, Object> tree, Map<String, Object> originals) {}

    /** Replaces; the tree that is given stays as it was. */
    public Replaced replace(Map<String, Object> event) {
        Map<String, Object> originals = new LinkedHashMap<>();
        Map<String, Object> tree = new LinkedHashMap<>(event);
        event.forEach((name, value) -> {
            if (!IDENTITY.contains(name)) {
                tree.put(name, value(value, new At(Place.ROOT.child(name), name, ""), originals));
            }
        });
        return new Replaced(tree, originals);
    }

    /** Where a value stands; an element of a list is named as its list is. */
    private record At(Place place, String name, String parent) {
        At child(String member) {
            return new At(place.child(member), member, name);
        }

        At element(int index) {
            return new At(place.element(index), name, parent);
        }
    }

    private @Nullable Object value(@Nullable Object value, At at, Map<String, Object> originals) {
        return switch (value) {
            case String text -> text(text, at, originals);
            case Map<?, ?> members -> members(members, at, originals);
            case List<?> elements -> elements(elements, at, originals);
            case null -> null;
            default -> value;
        };
    }

    private Object members(Map<?, ?> members, At at, Map<String, Object> originals) {
        Map<String, Object> replaced = null;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = (String) member.getKey();
            Object former = member.getValue();
            int known = originals.size();
            Object next = former instanceof String || former instanceof Map || former instanceof List
                    ? value(former, at.child(name), originals)
                    : former;
            if (originals.size() > known) {
                replaced = replaced == null ? new LinkedHashMap<>(JsonTree.members(members)) : replaced;
                replaced.put(name, next);
            }
        }
        return replaced == null ? members : replaced;
    }

    private Object elements(List<?> elements, At at, Map<String, Object> originals) {
        List<Object> replaced = new ArrayList<>(elements.size());
        int known = originals.size();
        for (int i = 0; i < elements.size(); i++) {
            replaced.add(value(elements.get(i), at.element(i), originals));
        }
        return originals.size() > known ? replaced : elements;
    }

    private String text(String text, At at, Map<String, Object> originals) {
        String pseudonym = pseudonym(text, at);
        if (!pseudonym.equals(text)) {
            originals.put(at.place().pointer(), text);
        }
        return pseudonym;
    }

    private String pseudonym(String text, At at) {
        boolean isOfRecipient = at.parent().equals("recipient");
        boolean isOfData = at.parent().equals("data");
        boolean isReached = isOfRecipient || isOfData || at.parent().equals("account");
        return switch (at.name()) {
            case "ip" -> isOfData ? hash.ofIp(text) : text;
            case "email" -> isReached ? hash.ofEmail(text) : shaped(text);
            case "phone" -> isReached ? hash.ofPhone(text) : shaped(text);
            case "name", "message" -> isOfRecipient ? hash.ofWords(text) : shaped(text);
            case "account_id" -> text;
            default -> at.name().endsWith("_id") ? text : shaped(text);
        };
    }

    private String shaped(String text) {
        String pseudonym = PersonalText.pseudonymOf(text, hash);
        return pseudonym == null ? text : pseudonym;
    }
}
