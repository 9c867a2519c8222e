package io.sekisho.server.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A machine's key without its secret.
 *
 * @param id public; stands in the secret, in answers and in the audit log
 * @param name for people; may be empty
 * @param expires from then on it is refused; absent for never
 * @param revoked when it was revoked, if it was
 * @param quotaPerMinute events that it may send in a minute
 */
public record ApiKey(
        String id,
        String name,
        Set<Scope> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked,
        long quotaPerMinute) {

    /** Far above what one server decides, so that it only stops a client that has gone wild. */
    public static final long USUAL_QUOTA = 3_000_000;

    public ApiKey {
        scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    public boolean isExpired(long nowMillis) {
        return expires != null && nowMillis >= expires.toEpochMilli();
    }

    public boolean isRevoked() {
        return revoked != null;
    }

    ApiKey revokedAt(Instant at) {
        return new ApiKey(id, name, scopes, created, expires, at, quotaPerMinute);
    }
}
