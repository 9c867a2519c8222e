package io.sekisho.simulator.attack;

import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Hours;
import io.sekisho.simulator.world.Networks;

/** Where and when attacks are staged. */
public record Scene(long seed, int days, Networks networks) {
    /** Time that an attack needs before the file ends: ten slow hours, what precedes them and what follows. */
    private static final long ROOM = 18 * Calendar.HOUR;

    /** Customers live undisturbed for three days, where the stream is long enough. */
    private static final int QUIET_DAYS = 3;

    private static final Hours HOURS = Hours.ofAttackers();

    /** Draws the moment at which an attack begins. */
    long opening(Dice dice) {
        long end = Calendar.startOf(days) - ROOM;
        int first = Math.min(QUIET_DAYS, days / 3);
        int last = Math.max(first + 1, days - 1);
        long drawn = Calendar.startOf((int) dice.between(first, last)) + HOURS.moment(dice);
        long earliest = Calendar.startOf(first) + Calendar.HOUR;
        return drawn < end ? drawn : dice.between(earliest, Math.max(end, earliest + Calendar.HOUR));
    }
}
