package io.sekisho.bench.load;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the counted requests to one endpoint. Each ended in exactly one way: an answer, or one of the failures.
 *
 * @param sent all of them
 * @param byStatus answers by their status
 * @param resets connections that ended before the answer had come
 * @param timeouts requests that were given up
 * @param broken answers that were not HTTP/1.1 with a length
 * @param unanswered requests in flight when the run ended
 * @param inTime good answers that came while the run was counting: what a rate may be computed from
 * @param sinceDue from when a request was due; good answers, and as long as they had waited then, those given up or unanswered
 * @param sinceSent the same from when a request was sent: what a client sees that waits before it asks again
 */
public record Answers(
        long sent,
        SortedMap<Integer, Long> byStatus,
        long resets,
        long timeouts,
        long broken,
        long unanswered,
        long inTime,
        Latencies sinceDue,
        Latencies sinceSent) {

    private static final int FIRST_BAD = 300;

    public Answers {
        byStatus = Collections.unmodifiableSortedMap(new TreeMap<>(byStatus));
    }

    static boolean isGood(int status) {
        return status < FIRST_BAD;
    }

    public long good() {
        return sum(byStatus.headMap(FIRST_BAD));
    }

    public long refused() {
        return sum(byStatus.tailMap(FIRST_BAD));
    }

    public long failed() {
        return resets + timeouts + broken + unanswered;
    }

    private static long sum(SortedMap<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
