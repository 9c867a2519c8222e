package io.sekisho.server.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new key shall be.
 *
 * @param expires absent for never
 */
public record KeyWish(
        String name, Set<Scope> scopes, @Nullable Instant expires, long quotaPerMinute) {

    public KeyWish {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("A key without a scope opens nothing");
        }
        if (quotaPerMinute < 1) {
            throw new IllegalArgumentException("A quota of " + quotaPerMinute + " lets nothing through");
        }
    }
}
