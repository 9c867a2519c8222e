package io.sekisho.simulator.stage;

import java.util.ArrayDeque;
import java.util.Deque;

/** Steps that one actor takes one after another, each some time after the one before; steps may add more. */
public final class Script implements Step {
    private final Deque<Part> parts = new ArrayDeque<>();

    private record Part(long delay, Step step) {}

    /** Appends a step, to be taken {@code delay} milliseconds after the step before it. */
    public Script then(long delay, Step step) {
        parts.add(new Part(delay, step));
        return this;
    }

    /** Starts the script at a moment; the first step's delay counts from there. */
    public void start(Stage stage, long time) {
        if (!parts.isEmpty()) {
            stage.at(time + parts.element().delay, this);
        }
    }

    @Override
    public void play(Stage stage) {
        parts.remove().step.play(stage);
        if (!parts.isEmpty()) {
            stage.after(parts.element().delay, this);
        }
    }
}
