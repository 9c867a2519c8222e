package io.sekisho.server.access.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Slows down who fails to sign in, by account and by address. Safe for all threads. */
final class SignInThrottle {

    /*
     * After a few free failures each further one closes the account (or the address) for twice as long as the one before,
     * up to LONGEST; a failure is forgotten an hour after the last one. Nothing is closed for good, so that nobody locks
     * somebody else out for ever; and in a browser in which the person has signed in before, failures count for that
     * browser and not for the account, so that strangers cannot even do it for a while. Passkeys cannot be guessed and are
     * held up by the address alone.
     *
     * Kept in memory: a restart forgets it, which nobody outside can bring about. At MOST the one that failed longest ago
     * is forgotten; to push one out takes as many failures from other addresses.
     */
    private static final int MOST = 50_000;

    private static final int FREE_BY_ACCOUNT = 5;
    private static final int FREE_BY_ADDRESS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** Failures of one account or address. */
    private record Failures(int count, Instant last, Instant closedUntil) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    static String account(String email) {
        return "account:" + email;
    }

    static String device(String email, String secret) {
        return "device:" + email + ":" + secret;
    }

    static String address(String address) {
        return "address:" + address;
    }

    /** How long to wait yet; zero where none of them is closed. */
    synchronized Duration wait(List<String> keys, Instant now) {
        Duration longest = Duration.ZERO;
        for (String key : keys) {
            var known = failures.get(key);
            Duration wait = known == null ? Duration.ZERO : Duration.between(now, known.closedUntil());
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    synchronized void failed(List<String> keys, Instant now) {
        keys.forEach(key -> failures.compute(
                key, (name, before) -> next(key, before == null || isOld(before, now) ? 0 : before.count(), now)));
    }

    /** Forgets the failures of an account or a browser; those of an address stay, or one account would open all. */
    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    private static Failures next(String key, int before, Instant now) {
        int beyond = before + 1 - (key.startsWith("address:") ? FREE_BY_ADDRESS : FREE_BY_ACCOUNT);
        Duration closed = beyond < 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(beyond, 10));
        return new Failures(before + 1, now, now.plus(closed.compareTo(LONGEST) > 0 ? LONGEST : closed));
    }

    private static boolean isOld(Failures known, Instant now) {
        return known.last().plus(REMEMBERED).isBefore(now);
    }
}
