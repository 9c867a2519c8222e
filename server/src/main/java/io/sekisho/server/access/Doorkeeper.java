package io.sekisho.server.access;

import io.sekisho.server.platform.HttpProblem;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets machines in by their key: the same way at both doors. Safe for all threads. */
public final class Doorkeeper {

    private final ApiKeys keys;
    private final Quota quota;
    private final InstantSource time;

    public Doorkeeper(ApiKeys keys, Quota quota, InstantSource time) {
        this.keys = keys;
        this.quota = quota;
        this.time = time;
    }

    /** Whether a machine is let in. */
    public sealed interface Verdict {

        /** Headers that the answer carries in any case. */
        Map<String, String> headers();

        record LetIn(ApiKey key, Map<String, String> headers) implements Verdict {}

        record Refused(HttpProblem problem, Map<String, String> headers) implements Verdict {}
    }

    /**
     * Looks at a key.
     *
     * @param authorization the header's value
     */
    public Verdict admit(@Nullable String authorization, Permission permission) {
        return switch (keys.authenticate(authorization, time.millis())) {
            case KeyCheck.Refused refused ->
                new Verdict.Refused(refused.problem(), Map.of("WWW-Authenticate", refused.challenge()));
            case KeyCheck.Granted granted ->
                permission.isGrantedTo(granted.key())
                        ? charge(granted.key(), 1)
                        : new Verdict.Refused(forbidden(permission), Map.of());
        };
    }

    /** The key, if it is a good one; nothing is charged. */
    public Optional<ApiKey> known(String authorization) {
        return keys.authenticate(authorization, time.millis()) instanceof KeyCheck.Granted granted
                ? Optional.of(granted.key())
                : Optional.empty();
    }

    /** Takes so many events more off the key's quota. */
    public Verdict charge(ApiKey key, int events) {
        Quota.Standing standing = quota.take(key, events, time.millis());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("RateLimit-Policy", standing.policy());
        headers.put("RateLimit", standing.rateLimit());
        if (standing.isWithin()) {
            return new Verdict.LetIn(key, headers);
        }
        headers.put("Retry-After", standing.retryAfter());
        return new Verdict.Refused(standing.problem(), headers);
    }

    /** The answer to a caller whose scopes or role do not suffice. */
    public static HttpProblem forbidden(Permission permission) {
        List<Object> scopes =
                words(permission.scopes().stream().map(Scope::word).collect(Collectors.toList()));
        List<Object> roles = words(permission.roles().stream().map(Role::word).collect(Collectors.toList()));
        String detail =
                "This needs " + (scopes.isEmpty() ? "a person, no key" : "a key with one of the scopes " + scopes)
                        + (roles.isEmpty() ? "; no person may." : ", or a person with one of the roles " + roles + ".");
        return HttpProblem.of(403, "forbidden", "Not with this key or role", detail)
                .with("needed_scopes", scopes)
                .with("needed_roles", roles);
    }

    private static List<Object> words(List<String> words) {
        return words.stream().sorted().map(Object.class::cast).toList();
    }
}
