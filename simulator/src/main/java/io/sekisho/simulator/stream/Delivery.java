package io.sekisho.simulator.stream;

import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The way of events from the shop to Sekisho: most arrive at once, some late, some twice; written in order of arrival.
 *
 * <p>Which events suffer depends on the event's identity and on the shop's front that serves the account, never on who
 * caused it: lateness must not tell attackers from customers. Memory is what is under way at a time, at most the late
 * events of three hours.
 */
public final class Delivery {
    private static final double LATE = 0.15;
    private static final double LATE_WHEN_ASKED = 0.004;
    private static final double REPEATED = 0.03;

    private final EventWriter writer;
    private final long seed;
    private final Predicate<String> flaky;
    private final PriorityQueue<Arrival> underway = new PriorityQueue<>();
    private long sent;

    /**
     * A way to a writer.
     *
     * @param flaky tells of an account whether its events pass a front that delivers late and twice
     */
    public Delivery(EventWriter writer, long seed, Predicate<String> flaky) {
        this.writer = writer;
        this.seed = seed;
        this.flaky = flaky;
    }

    private record Arrival(long at, long sent, ShopEvent event) implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(sent, other.sent);
        }
    }

    /** Takes the next event; times never go back. */
    public void send(ShopEvent event) {
        deliverUntil(event.time());
        if (!flaky.test(event.context().account())) {
            writer.write(event, event.time());
            return;
        }
        Dice dice = Dice.of(seed, event.id(), 0);
        long delay = delay(event, dice);
        if (delay == 0) {
            writer.write(event, event.time());
        } else {
            underway.add(new Arrival(event.time() + delay, sent++, event));
        }
        if (dice.chance(REPEATED)) {
            long again = event.time() + delay + dice.logUniform(200, 2 * Calendar.MINUTE);
            underway.add(new Arrival(again, sent++, event));
        }
    }

    /** Writes what is still under way. */
    public void finish() {
        deliverUntil(Long.MAX_VALUE);
        writer.flush();
    }

    private static long delay(ShopEvent event, Dice dice) {
        if (event.body().isAsked()) {
            return dice.chance(LATE_WHEN_ASKED) ? dice.logUniform(2 * Calendar.SECOND, 2 * Calendar.MINUTE) : 0;
        }
        return dice.chance(LATE) ? dice.logUniform(3 * Calendar.SECOND, 3 * Calendar.HOUR) : 0;
    }

    private void deliverUntil(long time) {
        while (!underway.isEmpty() && underway.peek().at <= time) {
            Arrival arrival = underway.remove();
            writer.write(arrival.event, arrival.at);
        }
    }
}
