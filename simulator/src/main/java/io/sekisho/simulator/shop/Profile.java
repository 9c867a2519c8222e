package io.sekisho.simulator.shop;

import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Weighted;

/**
 * What kind of customer somebody is; drawn first, so that a trap may put another in its place.
 *
 * @param createdAt moment of registration, possibly within the days played
 * @param ordersPerDay visits with an order, on an ordinary day
 * @param boughtGifts whether a gift card was ever bought before day 1
 * @param giftShare part of the orders that are gift orders
 * @param hideShare part of the orders that the owner hides
 */
public record Profile(long createdAt, double ordersPerDay, boolean boughtGifts, double giftShare, double hideShare) {
    private static final double REGISTERS_MEANWHILE = 0.025;
    private static final double ORDERS_PER_MONTH = 2.35;
    private static final double HIDDEN = 0.0098;

    private static final Weighted<long[]> TENURE_DAYS = Weighted.of(2, new long[] {2, 31})
            .or(8, new long[] {31, 180})
            .or(20, new long[] {180, 730})
            .or(70, new long[] {730, 4380});

    static Profile draw(int daysPlayed, int number, Dice dice) {
        long createdAt = createdAt(daysPlayed, number, dice);
        double rate = Math.min(ORDERS_PER_MONTH / 30 * dice.spread(0.7), 0.6);
        boolean recent = createdAt > Calendar.DAY_ONE - 31 * Calendar.DAY;
        boolean bought = !recent && dice.chance(0.7);
        double giftShare = Math.min((bought ? 0.1 : 0.02) * dice.spread(0.6), 0.6);
        return new Profile(createdAt, rate, bought, giftShare, HIDDEN);
    }

    private static long createdAt(int daysPlayed, int number, Dice dice) {
        // The first account is always an old one, so that the smallest simulation has somebody to attack.
        if (dice.chance(REGISTERS_MEANWHILE) && number > 0) {
            return Calendar.startOf(0) + dice.between(0, daysPlayed * Calendar.DAY);
        }
        long[] days = TENURE_DAYS.pick(dice);
        long least = number > 0 ? days[0] : 400;
        return Calendar.DAY_ONE - dice.between(least * Calendar.DAY, Math.max(days[1], 500) * Calendar.DAY);
    }

    /** Somebody of the same kind who registered at another time and never bought a gift card. */
    public Profile oldWithoutGifts(long registered) {
        return new Profile(registered, ordersPerDay, false, 0, hideShare);
    }

    /** Somebody of the same kind who likes to hide orders, and gives more. */
    public Profile hiding(double share, double giving) {
        return new Profile(createdAt, ordersPerDay, boughtGifts, giving, share);
    }
}
