package io.sekisho.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A few bodies of a run's answers, so that somebody looks at what was answered. Owned by the event loop. */
final class Samples {

    private static final int EVERY = 997;
    private static final int MOST_GOOD = 64;
    private static final int MOST_STATUSES = 16;

    private final List<String> decisions = new ArrayList<>();
    private final Map<Integer, String> firstByStatus = new TreeMap<>();
    private long requests;

    /** Whether the next answer's body is wanted even if it is good. */
    boolean wantsNext() {
        return requests++ % EVERY == 0 && decisions.size() < MOST_GOOD;
    }

    void add(Route route, int status, String body) {
        if (!Answers.isGood(status)) {
            if (firstByStatus.size() < MOST_STATUSES) {
                firstByStatus.putIfAbsent(status, body);
            }
        } else if (route == Route.DECISIONS && decisions.size() < MOST_GOOD) {
            decisions.add(body);
        }
    }

    List<String> decisions() {
        return List.copyOf(decisions);
    }

    Map<Integer, String> refusals() {
        return new TreeMap<>(firstByStatus);
    }
}
