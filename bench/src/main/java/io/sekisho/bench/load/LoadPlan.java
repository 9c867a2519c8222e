package io.sekisho.bench.load;

import java.time.Duration;

/**
 * What a run shall do, with every bound.
 *
 * @param connections each has one request in flight at most
 * @param warmUp requests due before it has passed are sent and not counted
 * @param measured how long requests are counted
 * @param mostRequests counted ones; the run ends early when it is reached
 * @param answerTimeout an answer that takes longer is given up; also how long the run waits at its end
 * @param look how often the clock is looked at for requests that are due, beside at every answer: so late is a request at
 *     most if a connection is free. A selector waits whole milliseconds; less, or zero, spins on a core
 */
public record LoadPlan(
        Pace pace,
        int connections,
        Duration warmUp,
        Duration measured,
        long mostRequests,
        Duration answerTimeout,
        Duration look) {

    /** Both ends of every connection are descriptors of one machine, of which a process has 1,024 by default. */
    public static final int MOST_CONNECTIONS = 1_000;

    private static final Duration LONGEST = Duration.ofHours(1);

    public LoadPlan {
        require(connections >= 1 && connections <= MOST_CONNECTIONS, "Connections go from 1 to " + MOST_CONNECTIONS);
        require(!warmUp.isNegative() && warmUp.compareTo(LONGEST) <= 0, "The warm-up lasts from 0 s to 1 h");
        require(isSpan(measured), "The measurement lasts more than 0 s and at most 1 h");
        require(mostRequests >= 1, "At least one request is needed");
        require(isSpan(answerTimeout), "The time-out is more than 0 s and at most 1 h");
        require(!look.isNegative() && look.compareTo(LONGEST) <= 0, "The clock is looked at every 0 s to 1 h");
    }

    private static boolean isSpan(Duration duration) {
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0;
    }

    private static void require(boolean isMet, String problem) {
        if (!isMet) {
            throw new IllegalArgumentException(problem + ".");
        }
    }
}
