package io.sekisho.simulator.stage;

import io.sekisho.simulator.stream.Label;
import io.sekisho.simulator.stream.Origin;
import io.sekisho.simulator.stream.ShopEvent;
import io.sekisho.simulator.stream.Sink;
import java.util.PriorityQueue;

/**
 * The time of the simulation: plays the steps of all actors in time order. Steps of the same millisecond are played in
 * the order in which they were planned. Single-threaded.
 *
 * <p>An event is told at the moment at which it happens and at no other, and the answer is there before the actor's next
 * step: what a closed loop needs.
 */
public final class Stage {
    private final PriorityQueue<Cue> agenda = new PriorityQueue<>();
    private final Sink sink;
    private final Defence defence;
    private long now = Long.MIN_VALUE;
    private long planned;

    public Stage(Sink sink, Defence defence) {
        this.sink = sink;
        this.defence = defence;
    }

    private record Cue(long time, long number, Step step) implements Comparable<Cue> {
        @Override
        public int compareTo(Cue other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(number, other.number);
        }
    }

    /** The present moment, in milliseconds since 1970. */
    public long now() {
        return now;
    }

    /** Plans a step at a moment that is not past. */
    public void at(long time, Step step) {
        if (time < now) {
            throw new IllegalArgumentException("planned for " + time + ", which is before now, " + now);
        }
        agenda.add(new Cue(time, planned++, step));
    }

    /** Plans a step that many milliseconds from now. */
    public void after(long delay, Step step) {
        at(now + delay, step);
    }

    /** Plays every step before {@code end}, those included that are planned meanwhile; later ones are forgotten. */
    public void playUntil(long end) {
        while (!agenda.isEmpty() && agenda.peek().time < end) {
            Cue cue = agenda.remove();
            now = cue.time;
            cue.step.play(this);
        }
        agenda.clear();
    }

    /** Tells an event of this moment; what attackers cause is labelled at once. */
    public Answer tell(ShopEvent event) {
        sink.event(event);
        if (event.origin() instanceof Origin.Attack attack) {
            sink.label(Label.takeover("event", event.id(), attack));
        }
        return defence.answer(event);
    }

    public void label(Label label) {
        sink.label(label);
    }
}
