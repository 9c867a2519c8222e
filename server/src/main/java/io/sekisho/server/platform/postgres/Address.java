package io.sekisho.server.platform.postgres;

import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL answers, and as whom.
 *
 * @param url {@code jdbc:postgresql:...}; may hold user and password itself
 */
public record Address(
        String url, @Nullable String user, @Nullable String password) {

    /** Without anything that opens the door. */
    @Override
    public String toString() {
        return url.replaceFirst("[?].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
