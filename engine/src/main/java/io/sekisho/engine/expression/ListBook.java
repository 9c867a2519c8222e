package io.sekisho.engine.expression;

import io.sekisho.engine.state.StateSink;
import io.sekisho.engine.state.StateSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lists that {@code in_list} asks: first as the policy declares them, then as they are changed. Owned by one thread. */
public final class ListBook {

    private final Map<String, Map<String, Long>> expiriesByList = new TreeMap<>();

    public ListBook(Map<String, ValueList> declared) {
        declared.forEach((name, list) -> expiriesByList.put(name, new TreeMap<>(list.expiries())));
    }

    public void apply(ListChange change) {
        Map<String, Long> expiries = expiriesByList.computeIfAbsent(change.list(), name -> new TreeMap<>());
        if (change.isAddition()) {
            expiries.put(change.value(), change.expiryMillis());
        } else {
            expiries.remove(change.value());
        }
    }

    public Set<String> names() {
        return expiriesByList.keySet();
    }

    public void writeTo(StateSink sink) {
        sink.putInt(expiriesByList.size());
        expiriesByList.forEach((list, expiries) -> {
            sink.putText(list);
            sink.putInt(expiries.size());
            expiries.forEach((value, expiry) -> {
                sink.putText(value);
                sink.putLong(expiry);
            });
        });
    }

    /** Takes over what {@link #writeTo} wrote, in the place of all that it holds. */
    public void takeFrom(StateSource source) {
        expiriesByList.clear();
        for (int lists = source.takeInt(); lists > 0; lists--) {
            Map<String, Long> expiries = new TreeMap<>();
            expiriesByList.put(source.takeText(), expiries);
            for (int values = source.takeInt(); values > 0; values--) {
                expiries.put(source.takeText(), source.takeLong());
            }
        }
    }

    /** True until just before the value's expiry. */
    boolean contains(String list, @Nullable Object value, long millis) {
        Map<String, Long> expiries = expiriesByList.get(list);
        Long expiry = expiries == null || value == null ? null : expiries.get(value.toString());
        return expiry != null && millis < expiry;
    }
}
