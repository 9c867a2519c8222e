package io.sekisho.bench.load;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what becomes of the requests to one endpoint. Owned by the event loop. */
final class Tally {

    private final long[] byStatus = new long[600];
    private final Latencies sinceDue = new Latencies();
    private final Latencies sinceSent = new Latencies();
    private long sent;
    private long resets;
    private long timeouts;
    private long broken;
    private long unanswered;
    private long inTime;

    void sent() {
        sent++;
    }

    void answered(int status, Flight flight, long now, boolean isInTime) {
        byStatus[status]++;
        if (Answers.isGood(status)) {
            record(flight, now);
            inTime += isInTime ? 1 : 0;
        }
    }

    void reset() {
        resets++;
    }

    void broken() {
        broken++;
    }

    void timedOut(Flight flight, long now) {
        timeouts++;
        record(flight, now);
    }

    void unanswered(Flight flight, long now) {
        unanswered++;
        record(flight, now);
    }

    Answers answers() {
        SortedMap<Integer, Long> statuses = new TreeMap<>();
        for (int status = 0; status < byStatus.length; status++) {
            if (byStatus[status] > 0) {
                statuses.put(status, byStatus[status]);
            }
        }
        return new Answers(sent, statuses, resets, timeouts, broken, unanswered, inTime, sinceDue, sinceSent);
    }

    private void record(Flight flight, long now) {
        sinceDue.record(now - flight.due());
        sinceSent.record(now - flight.sent());
    }
}
