package io.sekisho.bench.load;

/**
 * A request on its way.
 *
 * @param due when it should have been sent
 * @param sent when it was
 * @param isCounted whether it was due in the measurement, and not in the warm-up
 */
record Flight(Route route, long due, long sent, boolean isCounted) {}
