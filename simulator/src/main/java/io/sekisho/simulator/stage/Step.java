package io.sekisho.simulator.stage;

/** What an actor does at one moment; it may tell events and plan further steps. */
@FunctionalInterface
public interface Step {
    void play(Stage stage);
}
