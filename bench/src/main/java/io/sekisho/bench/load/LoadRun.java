package io.sekisho.bench.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One run: sends what is due over the connections that are free, and counts what becomes of it. Owned by the event loop. */
final class LoadRun {

    /*
     * Coordinated omission: a client that waits for an answer before it sends again sends nothing while the server stalls,
     * and so times one slow request where hundreds of customers would have waited. Here the schedule goes on: requests that
     * became due in the stall are sent as connections become free, and are timed from when they were due. HdrHistogram's own
     * correction (recordValueWithExpectedInterval) was not chosen: it adds made-up waits, these were waited for.
     */
    private static final long SWEEP_NANOS = Duration.ofMillis(50).toNanos();

    private final LoadPlan plan;
    private final Requests requests;
    private final LongSupplier nanos;
    private final LoadWatch watch;
    private final Schedule schedule;
    private final CompletableFuture<LoadResult> result = new CompletableFuture<>();
    private final Consumer<LoadRun> redial;

    private final ArrayDeque<Connection> free = new ArrayDeque<>();
    private final Set<Connection> open = new LinkedHashSet<>();
    private final Map<Route, Tally> tallies = new EnumMap<>(Route.class);
    private final Latencies neverSent = new Latencies();
    private final Latencies lag = new Latencies();
    private final Samples samples = new Samples();
    private long swept;
    private long reconnects;
    private boolean hasBegun;
    private boolean hasEnded;

    /** What a run works with: its requests, clock, watch, and how it gets another connection. */
    record Means(Requests requests, LongSupplier nanos, LoadWatch watch, Consumer<LoadRun> redial) {}

    /** Begins now. */
    LoadRun(LoadPlan plan, Means means) {
        this.plan = plan;
        this.requests = means.requests();
        this.nanos = means.nanos();
        this.watch = means.watch();
        this.redial = means.redial();
        this.swept = nanos.getAsLong();
        this.schedule = Schedule.of(plan, swept);
    }

    CompletableFuture<LoadResult> result() {
        return result;
    }

    /** The run cannot go on. */
    void failed(Throwable cause) {
        result.completeExceptionally(cause);
    }

    /** Looks at the clock, and does what it is time for. */
    void look() {
        if (result.isDone()) {
            return;
        }
        long now = nanos.getAsLong();
        tellWatch(now);
        sendDue(now);
        if (now - swept >= SWEEP_NANOS) {
            swept = now;
            giveUpLate(now);
        }
        boolean isAllDone = schedule.isOver(now) && free.size() == open.size();
        if (hasEnded
                && (isAllDone
                        || now - schedule.measureEnd() >= plan.answerTimeout().toNanos())) {
            finish(now);
        }
    }

    void opened(Connection connection) {
        open.add(connection);
        free.add(connection);
    }

    void answered(Connection connection, int status, boolean isLast) {
        long now = nanos.getAsLong();
        Flight flight = landed(connection);
        if (flight.isCounted()) {
            boolean isInTime = now - schedule.measureStart() >= 0 && now - schedule.measureEnd() < 0;
            tally(flight.route()).answered(status, flight, now, isInTime);
        }
        connection.keptBody().ifPresent(body -> samples.add(flight.route(), status, body));
        if (isLast) {
            connection.close();
        } else {
            free.add(connection);
        }
        look();
    }

    /** What came is no answer, or nothing was asked. */
    void spoke(Connection connection) {
        connection
                .flight()
                .filter(Flight::isCounted)
                .ifPresent(flight -> tally(flight.route()).broken());
        connection.land();
        connection.close();
    }

    void closed(Connection connection) {
        open.remove(connection);
        free.remove(connection);
        connection
                .flight()
                .filter(Flight::isCounted)
                .ifPresent(flight -> tally(flight.route()).reset());
        connection.land();
        if (!result.isDone()) {
            reconnects++;
            redial.accept(this);
        }
    }

    private void tellWatch(long now) {
        if (!hasBegun && now - schedule.measureStart() >= 0) {
            hasBegun = true;
            watch.measuringBegins();
        }
        if (!hasEnded && now - schedule.measureEnd() >= 0) {
            hasEnded = true;
            watch.measuringEnds();
        }
    }

    private void sendDue(long now) {
        while (schedule.isDue(now)) {
            Connection connection = free.poll();
            if (connection == null) {
                return;
            }
            if (connection.isOpen()) {
                send(connection, now);
            }
        }
    }

    private void send(Connection connection, long now) {
        long due = schedule.take(now);
        Route route = connection.write(requests, samples.wantsNext());
        boolean isCounted = due - schedule.measureStart() >= 0;
        connection.takeOff(new Flight(route, due, now, isCounted));
        if (isCounted) {
            tally(route).sent();
            lag.record(now - due);
        }
    }

    private void giveUpLate(long now) {
        for (Connection connection : new ArrayList<>(open)) {
            connection
                    .flight()
                    .filter(flight ->
                            now - flight.sent() >= plan.answerTimeout().toNanos())
                    .ifPresent(flight -> giveUp(connection, flight, now));
        }
    }

    private void giveUp(Connection connection, Flight flight, long now) {
        if (flight.isCounted()) {
            tally(flight.route()).timedOut(flight, now);
        }
        connection.land();
        connection.close();
    }

    private Flight landed(Connection connection) {
        Flight flight = connection.flight().orElseThrow();
        connection.land();
        return flight;
    }

    private Tally tally(Route route) {
        return tallies.computeIfAbsent(route, _ -> new Tally());
    }

    private void finish(long now) {
        for (Connection connection : open) {
            connection
                    .flight()
                    .filter(Flight::isCounted)
                    .ifPresent(flight -> tally(flight.route()).unanswered(flight, now));
        }
        schedule.leftOver(due -> neverSent.record(now - due));
        Map<Route, Answers> answers = new EnumMap<>(Route.class);
        tallies.forEach((route, tally) -> answers.put(route, tally.answers()));
        double seconds = (schedule.measureEnd() - schedule.measureStart()) / 1e9;
        result.complete(
                new LoadResult(seconds, answers, neverSent, lag, reconnects, samples.decisions(), samples.refusals()));
        new ArrayList<>(open).forEach(Connection::close);
    }
}
