package io.sekisho.simulator.shop;

import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;

/** How people redeem what they were given: after minutes or after days, and some never. */
final class Leisurely implements Redeeming {
    @Override
    public long untilViewed(Dice dice) {
        return dice.logUniform(Calendar.MINUTE, Calendar.DAY);
    }

    @Override
    public long untilRedeemed(Dice dice) {
        return dice.logUniform(2 * Calendar.MINUTE, 6 * Calendar.DAY);
    }

    @Override
    public boolean happens(Dice dice) {
        return dice.chance(0.88);
    }
}
