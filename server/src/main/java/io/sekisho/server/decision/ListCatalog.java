package io.sekisho.server.decision;

import io.sekisho.engine.event.Pseudonym;
import io.sekisho.engine.expression.ValueList;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** What the lists hold, for whoever reads them; the engine has its own. Safe for all threads. */
final class ListCatalog {

    private final NavigableMap<String, NavigableMap<String, Item>> lists = new ConcurrentSkipListMap<>();

    /**
     * A value on a list.
     *
     * @param value as events hold it: a pseudonym where it is personal
     * @param shown the value as it was given; empty where it is sealed
     * @param plain the sealed value
     * @param expiryMillis {@link Long#MAX_VALUE} for never
     * @param author who put it there; {@code policy} for what the policy's files say
     */
    record Item(
            String value,
            String shown,
            Sealed plain,
            long expiryMillis,
            String author,
            long addedMillis,
            String note) {}

    /**
     * Begins with what the policy declares.
     *
     * @param form makes of a value what events hold of it
     */
    ListCatalog(Map<String, ValueList> declared, UnaryOperator<String> form) {
        declared.forEach((name, list) -> {
            NavigableMap<String, Item> items = list(name);
            list.expiries().forEach((value, expiry) -> {
                // Each personal value stands there twice, once as its pseudonym.
                if (!Pseudonym.isOne(value)) {
                    String held = form.apply(value);
                    items.put(held, new Item(held, value, Sealed.NONE, expiry, "policy", 0, ""));
                }
            });
        });
    }

    void apply(ListChanged change) {
        NavigableMap<String, Item> items = list(change.list());
        if (change.value().isEmpty()) {
            return;
        }
        if (change.isAddition()) {
            items.put(
                    change.value(),
                    new Item(
                            change.value(),
                            change.plain().isEmpty() ? change.value() : "",
                            change.plain(),
                            change.expiryMillis(),
                            change.actor(),
                            change.atMillis(),
                            change.note()));
        } else {
            items.remove(change.value());
        }
    }

    List<String> names() {
        return List.copyOf(lists.keySet());
    }

    boolean has(String name) {
        return lists.containsKey(name);
    }

    /** How many values; 0 for a list that is not there. */
    int size(String name) {
        return lists.getOrDefault(name, new ConcurrentSkipListMap<>()).size();
    }

    /** The items after that value, in the order of their values, as far as the limit. */
    List<Item> items(String name, String after, int limit) {
        return lists.getOrDefault(name, new ConcurrentSkipListMap<>()).tailMap(after, false).values().stream()
                .limit(limit)
                .toList();
    }

    private NavigableMap<String, Item> list(String name) {
        return lists.computeIfAbsent(name, fresh -> new ConcurrentSkipListMap<>());
    }
}
