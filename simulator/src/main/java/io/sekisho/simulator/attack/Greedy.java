package io.sekisho.simulator.attack;

import io.sekisho.simulator.shop.Redeeming;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;

/** How stolen codes are redeemed: within minutes, before anybody can freeze them. */
final class Greedy implements Redeeming {
    @Override
    public long untilViewed(Dice dice) {
        return dice.logUniform(15 * Calendar.SECOND, 8 * Calendar.MINUTE);
    }

    @Override
    public long untilRedeemed(Dice dice) {
        return dice.logUniform(15 * Calendar.SECOND, 20 * Calendar.MINUTE);
    }

    @Override
    public boolean happens(Dice dice) {
        return dice.chance(0.95);
    }
}
