package io.sekisho.simulator.stream;

/** Where events and labels go, in the order in which they happen. Single-threaded. */
public interface Sink {
    void event(ShopEvent event);

    void label(Label label);
}
