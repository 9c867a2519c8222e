package io.sekisho.simulator;

import io.sekisho.simulator.stream.Delivery;
import io.sekisho.simulator.stream.Label;
import io.sekisho.simulator.stream.LabelWriter;
import io.sekisho.simulator.stream.ShopEvent;
import io.sekisho.simulator.stream.Sink;

/** Writes what happens, and measures it on the way. */
final class Recorder implements Sink {
    private final Delivery delivery;
    private final LabelWriter labels;
    private final Measures measures;

    Recorder(Delivery delivery, LabelWriter labels, Measures measures) {
        this.delivery = delivery;
        this.labels = labels;
        this.measures = measures;
    }

    @Override
    public void event(ShopEvent event) {
        measures.see(event);
        delivery.send(event);
    }

    @Override
    public void label(Label label) {
        measures.see(label);
        labels.write(label);
    }

    void finish() {
        delivery.finish();
        labels.flush();
    }
}
