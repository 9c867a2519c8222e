package io.sekisho.simulator.attack;

import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.stage.Stage;
import java.util.List;

/** An attack scenario: a class each, listed in {@link Scenarios}. */
public interface Scenario {
    /** As in S01. */
    String id();

    /** What happens, in a line. */
    String summary();

    List<Variant> variants();

    /** Plans the attacks on these customers, all in one variant. */
    void play(Stage stage, Scene scene, Variant variant, List<Customer> victims);
}
