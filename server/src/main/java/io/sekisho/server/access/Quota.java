package io.sekisho.server.access;

import io.sekisho.server.platform.HttpProblem;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much each key may still send in this minute, as draft-ietf-httpapi-ratelimit-headers-11 tells it. Safe for all
 * threads.
 */
public final class Quota {

    /*
     * A fixed window for each key: minutes since the epoch, so that nothing has to be remembered of a window that has ended.
     * Window and count stand in one long, which one compare-and-set changes; 32 bits of minutes reach for 8,000 years. A
     * sliding window would be fairer at the edge, where twice the quota can pass within a second, but the quota only stops
     * clients that have gone wild, and a client can plan with a window whose end it is told.
     */
    private static final int WINDOW_SECONDS = 60;

    private static final long WINDOW_MILLIS = WINDOW_SECONDS * 1_000L;
    private static final long COUNT_MASK = (1L << 32) - 1;

    /** As many as there can be keys. Should there be more, all of those beyond share one count. */
    private static final int MOST_KEYS = KeyFolder.MOST_KEYS;

    private final ConcurrentHashMap<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicLong shared = new AtomicLong();

    /**
     * Where a key stands after it has asked.
     *
     * @param isWithin whether it may go on; what went beyond is not counted
     * @param resetSeconds until the window ends, rounded up
     */
    public record Standing(boolean isWithin, long quota, long remaining, long resetSeconds) {

        /** For the header RateLimit-Policy. */
        public String policy() {
            return "\"default\";q=" + quota + ";w=" + WINDOW_SECONDS;
        }

        /** For the header RateLimit. */
        public String rateLimit() {
            return "\"default\";r=" + remaining + ";t=" + resetSeconds;
        }

        /** For the header Retry-After. */
        public String retryAfter() {
            return Long.toString(resetSeconds);
        }

        /** The answer where the key may not go on. */
        public HttpProblem problem() {
            return HttpProblem.of(
                            429,
                            "quota_exceeded",
                            "The key's quota is used up",
                            "This key may send " + quota + " events in a minute; try again in " + resetSeconds
                                    + " seconds. 'key create --quota' makes a key with another quota.")
                    .with("retry_after_seconds", resetSeconds);
        }
    }

    /** Takes so many events off the key's quota, if they are there. */
    public Standing take(ApiKey key, int events, long nowMillis) {
        long window = nowMillis / WINDOW_MILLIS;
        long reset = (WINDOW_MILLIS - nowMillis % WINDOW_MILLIS + 999) / 1_000;
        AtomicLong count = count(key.id());
        while (true) {
            long before = count.get();
            long used = before >>> 32 == window ? before & COUNT_MASK : 0;
            if (used + events > key.quotaPerMinute()) {
                return new Standing(false, key.quotaPerMinute(), key.quotaPerMinute() - used, reset);
            }
            if (count.compareAndSet(before, window << 32 | used + events)) {
                return new Standing(true, key.quotaPerMinute(), key.quotaPerMinute() - used - events, reset);
            }
        }
    }

    private AtomicLong count(String id) {
        AtomicLong known = counts.get(id);
        if (known != null) {
            return known;
        }
        return counts.size() >= MOST_KEYS ? shared : counts.computeIfAbsent(id, key -> new AtomicLong());
    }
}
