package io.sekisho.simulator.trap;

import io.sekisho.simulator.shop.Customer;
import io.sekisho.simulator.shop.Profile;
import io.sekisho.simulator.shop.Shopper;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Networks;

/** A false-positive trap: a class each, listed in {@link Traps}. */
public interface Trap {
    /** As in T05. */
    String id();

    /** What looks suspicious and is not, in a line. */
    String summary();

    /** Part of the accounts that it takes. */
    double share();

    /** The profile that a customer in the trap has, from the one that was drawn; the dice are the trap's own. */
    Profile alter(Profile drawn, Dice dice);

    /** Marks a customer, and changes what the profile does not tell. */
    void mark(Customer customer, Around around);

    /** Plans what the trap adds to the customer's life. */
    default void play(Stage stage, Shopper shopper, int days, Dice dice) {}

    /**
     * What a trap may use of the world.
     *
     * @param accounts how many accounts the trap has
     */
    record Around(Networks networks, int accounts) {}
}
