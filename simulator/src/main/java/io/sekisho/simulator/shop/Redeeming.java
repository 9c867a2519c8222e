package io.sekisho.simulator.shop;

import io.sekisho.simulator.world.Dice;

/** What becomes of a gift code once it has been delivered. */
public interface Redeeming {
    /** Milliseconds from delivery until it is first looked at. */
    long untilViewed(Dice dice);

    /** Milliseconds from then until its value is taken. */
    long untilRedeemed(Dice dice);

    /** Whether anybody takes its value within the months to come. */
    boolean happens(Dice dice);
}
