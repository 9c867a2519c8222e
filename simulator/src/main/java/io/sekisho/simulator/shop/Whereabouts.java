package io.sekisho.simulator.shop;

import io.sekisho.simulator.world.Abroad;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Network;
import io.sekisho.simulator.world.Networks;
import io.sekisho.simulator.world.Provider;
import org.jspecify.annotations.Nullable;

/** Where somebody is connected at which hour: at home, on the move, in the office, elsewhere, abroad. */
final class Whereabouts {
    private static final double HAS_OFFICE = 0.45;
    private static final double USES_VPN = 0.04;
    private static final double TRAVELS = 0.02;
    private static final double LIVES_ABROAD = 0.008;

    /** Whose clock is set to another zone than where they live. */
    private static final double ODD_CLOCK = 0.008;

    private final Networks networks;
    private final Provider homeProvider;
    private final Provider carrier;
    private final int region;
    private final Network home;
    private final @Nullable Network office;
    private final @Nullable Network vpn;
    private final @Nullable Trip trip;
    private final String timezone;
    private Network mobile;
    private @Nullable Network crowded;

    /** A stay abroad, its days counted from day 1. */
    private record Trip(int firstDay, int days, Abroad place) {
        boolean covers(int day) {
            return day >= firstDay && day < firstDay + days;
        }
    }

    Whereabouts(Networks networks, int daysPlayed, Dice dice) {
        this.networks = networks;
        homeProvider = networks.homeProvider(dice);
        carrier = networks.carrier(dice);
        region = networks.region(dice);
        Abroad residence = dice.chance(LIVES_ABROAD) ? networks.abroad(dice) : null;
        home = residence == null ? homeProvider.line(dice) : residence.network();
        timezone = timezone(residence, dice);
        mobile = residence == null ? networks.mobile(carrier, region) : home;
        office = dice.chance(HAS_OFFICE) ? networks.office(dice) : null;
        vpn = dice.chance(USES_VPN) ? networks.hosting(dice) : null;
        trip = dice.chance(TRAVELS) ? trip(networks, daysPlayed, dice) : null;
    }

    private static String timezone(@Nullable Abroad residence, Dice dice) {
        if (dice.chance(ODD_CLOCK)) {
            return Networks.foreignTimezone(dice);
        }
        return residence == null ? "Asia/Tokyo" : residence.timezone();
    }

    private static Trip trip(Networks networks, int daysPlayed, Dice dice) {
        return new Trip(dice.below(daysPlayed), 3 + dice.below(8), networks.abroad(dice));
    }

    /** Leads most connections through one crowded exit from now on. */
    void crowd(Network exit) {
        crowded = exit;
        mobile = exit;
    }

    /** Another line of the same provider, or the same carrier's exits in the same region: a neighbour's network. */
    Network neighbour(Dice dice) {
        return dice.chance(0.6) ? homeProvider.line(dice) : networks.mobile(carrier, region);
    }

    /** Somewhere not usual: a café, a relative's home. */
    Network elsewhere(Dice dice) {
        return networks.visited(dice);
    }

    String timezone(long time) {
        return trip != null && trip.covers(day(time)) ? trip.place.timezone() : timezone;
    }

    Network at(long time, Device device, Dice dice) {
        if (trip != null && trip.covers(day(time))) {
            return trip.place.network();
        }
        if (crowded != null && dice.chance(0.8)) {
            return crowded;
        }
        if (vpn != null && dice.chance(0.3)) {
            return vpn;
        }
        if (dice.chance(0.025)) {
            return elsewhere(dice);
        }
        return device.isPhone() ? ofPhone(time, dice) : ofDesk(time, dice);
    }

    private Network ofPhone(long time, Dice dice) {
        int hour = Calendar.hourOf(time);
        boolean out = hour >= 7 && hour < 20;
        if (out && office != null && isWorkday(time) && dice.chance(0.15)) {
            return office;
        }
        return dice.chance(out ? 0.6 : 0.15) ? mobile : home;
    }

    private Network ofDesk(long time, Dice dice) {
        int hour = Calendar.hourOf(time);
        boolean atWork = office != null && isWorkday(time) && hour >= 9 && hour < 18;
        return atWork && dice.chance(0.5) && office != null ? office : home;
    }

    private static boolean isWorkday(long time) {
        return !Calendar.isWeekend(day(time));
    }

    private static int day(long time) {
        return (int) Math.floorDiv(time - Calendar.DAY_ONE, Calendar.DAY);
    }
}
