package io.sekisho.server.access.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was begun and waits for the browser's next step, by the secret of its visit. Each is taken once, and forgotten after
 * its lifetime; at the bound the oldest is forgotten, and whoever began it begins again, as after a restart. Safe for all
 * threads.
 */
final class Ceremonies<T> {

    private static final int MOST = 10_000;

    private final Duration lifetime;

    private final Map<String, Begun<T>> begun = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Begun<T>> eldest) {
            return size() > MOST;
        }
    };

    private record Begun<T>(T what, Instant expires) {}

    Ceremonies(Duration lifetime) {
        this.lifetime = lifetime;
    }

    synchronized void begin(String visit, T what, Instant now) {
        begun.remove(visit);
        begun.put(visit, new Begun<>(what, now.plus(lifetime)));
    }

    synchronized Optional<T> take(String visit, Instant now) {
        return Optional.ofNullable(begun.remove(visit))
                .filter(found -> found.expires().isAfter(now))
                .map(Begun::what);
    }
}
